package io.smartcrm.recommend.recommendation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.recommend.catalog.Products;
import io.smartcrm.recommend.feedback.Bought;
import io.smartcrm.recommend.feedback.Histories;
import io.smartcrm.recommend.privacy.CustomerLimits;
import io.smartcrm.recommend.privacy.CustomerLimits.ProfileUse;
import io.smartcrm.recommend.training.ServingModel;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers what to offer. Scoring takes less than a millisecond and stays on the event loop. */
@ApplicationScoped
public class Recommendations {
    /** More than asked for, because products off sale drop out when they are looked up. */
    private static final int RESERVE = 20;

    private final ServingModel serving;
    private final Histories histories;
    private final CustomerLimits limits;
    private final Products products;

    Recommendations(ServingModel serving, Histories histories, CustomerLimits limits, Products products) {
        this.limits = limits;
        this.serving = serving;
        this.histories = histories;
        this.products = products;
    }

    /** Fits the customer's purchases up to now; an unknown or limited customer gets popular products. */
    @WithSession
    public Uni<Answer> forCustomer(CustomerQuery query) {
        Optional<ServingModel.Versioned> current = serving.current();
        if (current.isEmpty()) {
            return Uni.createFrom().item(Answer.beforeTheFirstModel());
        }
        ServingModel.Versioned model = current.get();
        return limits.of(query.customerId())
                .chain(use -> history(query, use)
                        .chain(bought -> excluded(query, bought)
                                .map(excluded -> new Candidates(model.model())
                                        .forCustomer(bought, excluded, query.size() + RESERVE)))
                        .chain(candidates -> answer(candidates, query.size(), model))
                        .map(answer -> answer.with(use)));
    }

    /**
     * Products bought by those who bought this one.
     *
     * @throws Failure NOT_FOUND when there is no such product
     */
    @WithSession
    public Uni<Answer> similarTo(String productId, int size) {
        Limits.requireId("productId", productId);
        Limits.requireSize(size);
        return products.numbers(List.of(productId)).chain(numbers -> {
            if (numbers.isEmpty()) {
                throw Failure.notFound("product", productId);
            }
            return similarTo(numbers.iterator().next(), size);
        });
    }

    /** Of a customer whose profile must not be used nothing is known. */
    private Uni<List<Bought>> history(CustomerQuery query, ProfileUse use) {
        return use == ProfileUse.USED
                ? histories.of(query.customerId())
                : Uni.createFrom().item(List.of());
    }

    private Uni<Answer> similarTo(int product, int size) {
        Optional<ServingModel.Versioned> current = serving.current();
        if (current.isEmpty()) {
            return Uni.createFrom().item(Answer.beforeTheFirstModel());
        }
        ServingModel.Versioned model = current.get();
        List<Candidate> candidates = new Candidates(model.model()).similarTo(product, size + RESERVE);
        return answer(candidates, size, model);
    }

    private Uni<Set<Integer>> excluded(CustomerQuery query, List<Bought> bought) {
        return products.numbers(query.excludedProductIds()).map(numbers -> {
            Set<Integer> excluded = new HashSet<>(numbers);
            if (query.excludeBought()) {
                bought.forEach(product -> excluded.add(product.product()));
            }
            return excluded;
        });
    }

    private Uni<Answer> answer(List<Candidate> candidates, int size, ServingModel.Versioned model) {
        return products.onSale(Wording.mentioned(candidates))
                .map(known -> new Answer(
                        new Wording(known).of(candidates).limit(size).toList(),
                        Optional.of(model.version()),
                        ProfileUse.USED));
    }
}
