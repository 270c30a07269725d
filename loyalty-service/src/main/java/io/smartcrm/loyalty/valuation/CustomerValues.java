package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.valuation.CustomerValue.Detail;
import io.smartcrm.loyalty.valuation.CustomerValue.Interval;
import io.smartcrm.loyalty.value.Outlook;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers are worth. Blocks: for worker threads. */
@ApplicationScoped
public class CustomerValues {
    private static final double WEEK = 7;
    private static final double YEAR = 365.25 / 7;

    private final Database database;

    CustomerValues(Database database) {
        this.database = database;
    }

    /** @throws Failure NOT_FOUND for a customer who never bought, or before the first fit */
    Detail get(UUID customer) {
        return database.transaction(connection -> {
            var table = new ValueTable(connection);
            CustomerValue value =
                    table.find(customer).orElseThrow(() -> Failure.notFound("customer value", customer.toString()));
            return detail(value, table.model().orElseThrow());
        });
    }

    /** The most valuable first; from below a value and after a customer. */
    List<CustomerValue> list(long below, UUID after, int limit) {
        return database.transaction(connection -> new ValueTable(connection).page(below, after, limit));
    }

    /** @throws Failure NOT_FOUND before the first fit */
    ValueModel model() {
        return database.transaction(connection -> new ValueTable(connection).model())
                .orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        "VALUE_MODEL_NOT_FOUND",
                        "no model is fitted yet: too few customers bought a second time"));
    }

    private static Detail detail(CustomerValue value, ValueModel model) {
        double last = value.lastDay() / WEEK;
        double length = value.lengthDays() / WEEK;
        var terms = model.terms();
        var outlook = new Outlook(terms.horizonWeeks(), YEAR, terms.discountRate(), terms.margin());
        int draws = model.draws().size();
        double[] alive = new double[draws];
        double[] purchases = new double[draws];
        double[] discounted = new double[draws];
        for (int i = 0; i < draws; i++) {
            var draw = model.draws().get(i);
            alive[i] = draw.alive(value.repeats(), last, length);
            purchases[i] = draw.expected(value.repeats(), last, length, outlook.horizon());
            discounted[i] = outlook.margin() * outlook.discounted(draw, value.repeats(), last, length);
        }
        return new Detail(value, interval(alive), interval(purchases), worth(value, model, discounted));
    }

    private static Optional<Interval> worth(CustomerValue value, ValueModel model, double[] discounted) {
        if (value.value().isEmpty() || model.amounts().isEmpty()) {
            return Optional.empty();
        }
        var draws = model.amounts().get().draws();
        double[] worth = new double[discounted.length];
        for (int i = 0; i < worth.length; i++) {
            var draw = draws.get(i % draws.size());
            double mean = value.mean().orElse(0.0);
            worth[i] = discounted[i] * (mean > 0 ? draw.expected(value.repeats(), mean) : draw.expected(0, 0));
        }
        return Optional.of(interval(worth));
    }

    private static Interval interval(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int tail = (int) Math.round(0.025 * sorted.length);
        return new Interval(sorted[tail], sorted[sorted.length - 1 - tail]);
    }
}
