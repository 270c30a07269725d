package io.smartcrm.recommend.recommendation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.recommend.catalog.ProductFilter;
import io.smartcrm.recommend.catalog.Products;
import io.smartcrm.recommend.experiment.RunningExperiments;
import io.smartcrm.recommend.experiment.RunningExperiments.Assigned;
import io.smartcrm.recommend.feedback.Bought;
import io.smartcrm.recommend.feedback.Histories;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.recommend.privacy.CustomerLimits;
import io.smartcrm.recommend.privacy.CustomerLimits.ProfileUse;
import io.smartcrm.recommend.training.ServingModel;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Answers what to offer. Scoring takes about a millisecond and stays on the event loop. */
@ApplicationScoped
public class Recommendations {
    /** More than asked for, because products off sale or of too common a category drop out when they are looked up. */
    private static final int RESERVE = 20;

    private static final int POOL = 100;

    private final ServingModel serving;
    private final Histories histories;
    private final CustomerLimits limits;
    private final Products products;
    private final RunningExperiments experiments;
    private final Clock clock = Clock.systemUTC();

    Recommendations(
            ServingModel serving,
            Histories histories,
            CustomerLimits limits,
            Products products,
            RunningExperiments experiments) {
        this.limits = limits;
        this.serving = serving;
        this.histories = histories;
        this.products = products;
        this.experiments = experiments;
    }

    /**
     * Fits the customer's purchases and what is seen up to now. Of an unknown or limited customer only what is seen now
     * counts, and where nothing is, what is popular.
     */
    @WithSession
    public Uni<Answer> of(Query query) {
        Optional<ServingModel.Versioned> current = serving.current();
        if (current.isEmpty()) {
            return Uni.createFrom().item(Answer.beforeTheFirstModel());
        }
        return limits.of(query.customerId()).chain(use -> {
            Optional<Assigned> assigned = assigned(query, use);
            Weights weights =
                    assigned.map(experiment -> experiment.variant().weights()).orElse(Weights.DEFAULT);
            return bought(query, use)
                    .chain(bought -> mentioned(query)
                            .chain(numbers -> filtered(query)
                                    .chain(matching -> answer(
                                            query, new Asked(bought, numbers, matching), weights, current.get()))))
                    .map(answer -> answer.with(assigned, use));
        });
    }

    /**
     * What a query speaks of, looked up.
     *
     * @param numbers of the products it names, by id
     * @param matching the products that pass its filter, empty where it has none
     */
    private record Asked(List<Bought> bought, Map<String, Integer> numbers, Optional<Set<Integer>> matching) {
        List<Integer> numbersOf(List<String> ids) {
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(numbers.get(id)).stream())
                    .toList();
        }
    }

    /**
     * Products like one.
     *
     * @throws Failure NOT_FOUND when there is no such product
     */
    @WithSession
    public Uni<Answer> similarTo(String productId, Likeness basis, int size) {
        Limits.requireId("productId", productId);
        Limits.requireSize(size);
        return products.numbersById(List.of(productId)).chain(numbers -> {
            Integer number = numbers.get(productId);
            if (number == null) {
                throw Failure.notFound("product", productId);
            }
            return similarTo(number, basis, size);
        });
    }

    private Uni<Answer> similarTo(int product, Likeness basis, int size) {
        Optional<ServingModel.Versioned> current = serving.current();
        if (current.isEmpty()) {
            return Uni.createFrom().item(Answer.beforeTheFirstModel());
        }
        ServingModel.Versioned model = current.get();
        List<Candidate> candidates =
                new Candidates(model.model(), Weights.DEFAULT).similarTo(product, basis, size + RESERVE);
        return worded(candidates, query(size), model);
    }

    private static Query query(int size) {
        return new Query(
                Scenario.POPULAR, "", List.of(), size, 0, false, ProductFilter.NONE, Rules.excluding(List.of()));
    }

    /** Only customers who may be profiled take part. */
    private Optional<Assigned> assigned(Query query, ProfileUse use) {
        return use == ProfileUse.USED && !query.customerId().isEmpty()
                ? query.scenario().compared().flatMap(scenario -> experiments.expose(scenario, query.customerId()))
                : Optional.empty();
    }

    /** Of a customer whose profile must not be used nothing is known. */
    private Uni<List<Bought>> bought(Query query, ProfileUse use) {
        return use == ProfileUse.USED && !query.customerId().isEmpty()
                ? histories.of(query.customerId())
                : Uni.createFrom().item(List.of());
    }

    private Uni<Map<String, Integer>> mentioned(Query query) {
        List<String> ids = new ArrayList<>(query.seenProductIds());
        ids.addAll(query.rules().excludedProductIds());
        ids.addAll(query.rules().pinnedProductIds());
        return products.numbersById(ids);
    }

    private Uni<Optional<Set<Integer>>> filtered(Query query) {
        return query.filter().passesAll()
                ? Uni.createFrom().item(Optional.empty())
                : products.matching(query.filter()).map(Optional::of);
    }

    private Uni<Answer> answer(Query query, Asked asked, Weights weights, ServingModel.Versioned model) {
        Candidates source = new Candidates(model.model(), weights);
        Known known = new Known(
                asked.bought(),
                asked.numbersOf(query.seenProductIds()),
                clock.instant().getEpochSecond());
        int limit = Math.max(pool(query.rules()), query.offset() + 2 * query.size() + RESERVE);
        List<Candidate> candidates = source.of(query.scenario(), known, eligible(query, asked), limit);
        List<Candidate> ordered = new ArrayList<>();
        asked.numbersOf(query.rules().pinnedProductIds())
                .forEach(number -> ordered.add(new Candidate(number, 0, Source.PINNED, List.of(new Why.Pinned()))));
        ordered.addAll(source.diverse(candidates, query.rules().diversity()));
        return worded(ordered, query, model);
    }

    /** What is chosen from by more than the score is chosen from the same candidates on every page. */
    private static int pool(Rules rules) {
        return rules.diversity() > 0 || rules.mostPerCategory() > 0 ? POOL : 0;
    }

    private static IntPredicate eligible(Query query, Asked asked) {
        Set<Integer> excluded = new HashSet<>(asked.numbersOf(query.rules().excludedProductIds()));
        excluded.addAll(asked.numbersOf(query.rules().pinnedProductIds()));
        boolean newOnly = query.excludeBought() || query.scenario() == Scenario.EMAIL;
        if (newOnly && query.scenario() != Scenario.BUY_AGAIN) {
            asked.bought().forEach(product -> excluded.add(product.product()));
        }
        if (query.scenario() == Scenario.NEXT_IN_SESSION || query.scenario() == Scenario.WITH_BASKET) {
            excluded.addAll(asked.numbersOf(query.seenProductIds()));
        }
        return product -> !excluded.contains(product)
                && asked.matching().map(numbers -> numbers.contains(product)).orElse(true);
    }

    private Uni<Answer> worded(List<Candidate> candidates, Query query, ServingModel.Versioned model) {
        return products.named(Wording.mentioned(candidates)).map(known -> {
            Page page = Page.of(candidates, known, query);
            return new Answer(
                    new Wording(known).of(page.candidates()).toList(),
                    page.next(),
                    Optional.of(model.version()),
                    Optional.empty(),
                    ProfileUse.USED);
        });
    }
}
