package io.smartcrm.recommend.evaluation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The temporal protocol: learn from everything before a day, foresee what the customers known by then choose from that
 * day on. Customers without earlier choices are left to cold-start tests; items nobody chose before count as missed.
 *
 * @param training pairs before the split
 * @param trials one for each customer with an earlier choice and something to foresee
 */
public record TimeSplit(Interactions training, List<Trial> trials) {
    public TimeSplit {
        requireNonNull(training, "training is null");
        trials = List.copyOf(trials);
    }

    /**
     * @param testFrom first second of the test, since 1970
     * @param newItemsOnly whether only items the customer did not have before are to be foreseen and recommended
     */
    public static TimeSplit of(Events events, long testFrom, boolean newItemsOnly) {
        Interactions training = Interactions.of(events.before(testFrom));
        Interactions later = Interactions.of(events.since(testFrom));
        List<Trial> trials = new ArrayList<>();
        for (int customer = 0; customer < training.customers(); customer++) {
            History known = training.history(customer);
            BitSet relevant = later.history(customer).items();
            if (newItemsOnly) {
                relevant.andNot(known.items());
            }
            if (!known.isEmpty() && !relevant.isEmpty()) {
                trials.add(new Trial(known, relevant, !newItemsOnly));
            }
        }
        return new TimeSplit(training, trials);
    }

    /** Customers whose first choice is of the test, of whom nothing is known: what they choose from then on. */
    public static List<Trial> ofUnknownCustomers(Events events, long testFrom) {
        Interactions earlier = Interactions.of(events.before(testFrom));
        Interactions later = Interactions.of(events.since(testFrom));
        List<Trial> trials = new ArrayList<>();
        for (int customer = 0; customer < later.customers(); customer++) {
            if (earlier.length(customer) == 0 && later.length(customer) > 0) {
                trials.add(new Trial(History.empty(), later.history(customer).items(), false));
            }
        }
        return trials;
    }
}
