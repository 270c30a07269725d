package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.training.TrainedModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What is like an item: by its customers, then by its text, then by its attributes, each below the one before. What nobody
 * bought yet has no customers to go by: there those that agree in most of their attributes come before the texts.
 */
final class SimilarItems {
    /** Of the weight of all attributes. */
    private static final double MOST_ATTRIBUTES = .5;

    private final TrainedModel model;
    private final int item;
    private final int limit;
    private final List<Candidate> candidates = new ArrayList<>();
    private final BitSet taken = new BitSet();

    private SimilarItems(TrainedModel model, int item, int limit) {
        this.model = model;
        this.item = item;
        this.limit = limit;
    }

    static List<Candidate> of(TrainedModel model, int item, Likeness basis, int limit) {
        SimilarItems similar = new SimilarItems(model, item, limit);
        switch (basis) {
            case BEHAVIOUR -> similar.addByCustomers();
            case CONTENT -> similar.addByText();
            case ATTRIBUTES -> similar.addByAttributes(0);
            case BOTH -> similar.addAll();
        }
        return List.copyOf(similar.candidates);
    }

    private void addAll() {
        addByCustomers();
        if (model.buyers(item) == 0) {
            addByAttributes(MOST_ATTRIBUTES);
        }
        addByText();
        addByAttributes(0);
    }

    private void addByCustomers() {
        Why why = new Why.BoughtWith(model.product(item), 1);
        add(model.likeness().similar(item, limit), Source.ITEM_BASED, 0, any -> why);
    }

    private void addByText() {
        Why why = new Why.Like(model.product(item), 1);
        add(model.content().similar(item, limit), Source.CONTENT, 0, any -> why);
    }

    private void addByAttributes(double least) {
        add(
                model.attributes().similar(item, limit),
                Source.ATTRIBUTES,
                least,
                other -> new Why.Alike(model.product(item), model.attributes().shared(item, other), 1));
    }

    private void add(Ranking ranking, Source source, double least, IntFunction<Why> why) {
        double ceiling =
                candidates.isEmpty() ? 1 : candidates.get(candidates.size() - 1).score();
        for (int rank = 0; rank < ranking.size() && candidates.size() < limit; rank++) {
            int other = ranking.item(rank);
            if (ranking.score(rank) >= least && !taken.get(other)) {
                taken.set(other);
                candidates.add(new Candidate(
                        model.product(other), ceiling * ranking.score(rank), source, List.of(why.apply(other))));
            }
        }
    }
}
