package io.smartcrm.recommend.graph;

import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.recognition.Relation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * How much customers care for each relation: of the cases where two choices of one customer share an entity by it, the part
 * that choices of two customers do not share as well. Who buys by the maker and not by the colour walks over makers.
 *
 * @param of 0.02 to 1 for every relation
 */
public record RelationWeights(Map<Relation, Double> of) {
    /** Where too little was bought to tell. */
    public static final RelationWeights UNKNOWN = new RelationWeights(Map.of());

    private static final double USUAL = .5;
    private static final double LEAST = .02;
    private static final int LEAST_PAIRS = 200;
    private static final int MOST_PAIRS = 20_000;

    public RelationWeights {
        Map<Relation, Double> all = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            double weight = of.getOrDefault(relation, USUAL);
            if (!(weight >= LEAST && weight <= 1)) {
                throw new IllegalArgumentException("weight of " + relation + " must be 0.02 to 1, not " + weight);
            }
            all.put(relation, weight);
        }
        of = Map.copyOf(all);
    }

    double of(Relation relation) {
        return of.getOrDefault(relation, USUAL);
    }

    /** Equal data and seed give equal weights. */
    public static RelationWeights learn(Interactions interactions, ItemEntities entities, long seed) {
        if (interactions.pairs() < LEAST_PAIRS) {
            return UNKNOWN;
        }
        Random random = new Random(seed);
        long[] together = new long[Relation.CODES];
        long[] apart = new long[together.length];
        int drawn = 0;
        for (int attempt = 0; attempt < 2 * MOST_PAIRS && drawn < MOST_PAIRS; attempt++) {
            int customer = random.nextInt(interactions.customers());
            int choices = interactions.length(customer);
            if (choices < 2) {
                continue;
            }
            int one = random.nextInt(choices);
            int other = (one + 1 + random.nextInt(choices - 1)) % choices;
            int item = interactions.item(interactions.start(customer) + one);
            int stranger = interactions.item(random.nextInt(interactions.pairs()));
            if (stranger != item) {
                count(entities, item, interactions.item(interactions.start(customer) + other), together);
                count(entities, item, stranger, apart);
                drawn++;
            }
        }
        return drawn < LEAST_PAIRS ? UNKNOWN : of(together, apart);
    }

    private static RelationWeights of(long[] together, long[] apart) {
        Map<Relation, Double> weights = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            double own = together[relation.code()] + 1.0;
            double chance = apart[relation.code()] + 1.0;
            weights.put(relation, Math.max(LEAST, Math.min(1, 1 - chance / own)));
        }
        return new RelationWeights(weights);
    }

    /** Counts each relation by which two items share an entity, once. */
    private static void count(ItemEntities entities, int one, int other, long[] counts) {
        boolean[] counted = new boolean[counts.length];
        int[] columns = entities.columns();
        for (int link = entities.start(one); link < entities.end(one); link++) {
            int found = Arrays.binarySearch(columns, entities.start(other), entities.end(other), entities.entity(link));
            int relation = entities.relation(link).code();
            if (found >= 0 && !counted[relation]) {
                counted[relation] = true;
                counts[relation]++;
            }
        }
    }
}
