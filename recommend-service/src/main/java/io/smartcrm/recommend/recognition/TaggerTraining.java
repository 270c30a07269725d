package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains a {@link Tagger} on texts of products whose records say what they are (distant supervision, Mintz et al. 2009):
 * where a text names a value of its own record, that is a mention. In each round a third of the values are hidden, letters
 * and all, so that the tagger learns the words around them and finds what no list has.
 */
final class TaggerTraining {
    private static final int MOST_PRODUCTS = 500;
    private static final int LEAST_PRODUCTS = 20;
    private static final int ROUNDS = 5;
    private static final int HIDDEN_OF = 3;
    /** A type is learned when so many of the described products have a value of it. */
    private static final double LEAST_SHARE = .5;

    private final Gazetteer gazetteer;
    private final Entities entities;
    private final List<EntityType> types;
    private final List<Example> examples = new ArrayList<>();

    private TaggerTraining(Gazetteer gazetteer, Entities entities, List<EntityType> types) {
        this.gazetteer = gazetteer;
        this.entities = entities;
        this.types = types;
    }

    private record Example(Reading reading, List<Gazetteer.Match> mentions) {}

    /** Empty where too few products are described. */
    static Optional<Tagger> fit(List<ProductText> products, Gazetteer gazetteer, Entities entities, long seed) {
        List<ProductText> described =
                products.stream().filter(product -> !product.values().isEmpty()).toList();
        List<EntityType> types = Arrays.stream(EntityType.values())
                .filter(type -> described.stream()
                                .filter(product -> !product.known(type).isEmpty())
                                .count()
                        > LEAST_SHARE * described.size())
                .toList();
        TaggerTraining training = new TaggerTraining(gazetteer, entities, types);
        List<ProductText> complete = described.stream()
                .filter(product ->
                        types.stream().noneMatch(type -> product.known(type).isEmpty()))
                .limit(MOST_PRODUCTS)
                .toList();
        complete.forEach(training::add);
        if (complete.size() < LEAST_PRODUCTS || types.isEmpty()) {
            return Optional.empty();
        }
        Crf crf = CrfTraining.fit(TokenFeatures.TABLE, 1 + 2 * types.size(), ROUNDS, seed, training::round);
        return Optional.of(new Tagger(crf, types));
    }

    private void add(ProductText product) {
        Map<EntityType, Set<Entity>> own =
                types.stream().collect(Collectors.toMap(type -> type, type -> Set.copyOf(entities.of(product, type))));
        for (String text : product.texts()) {
            Reading reading = Reading.of(text, gazetteer);
            List<Gazetteer.Match> mentions = reading.longest(
                    match -> own.getOrDefault(match.alias().entity().type(), Set.of())
                            .contains(match.alias().entity()));
            if (!mentions.isEmpty()) {
                examples.add(new Example(reading, mentions));
            }
        }
    }

    private List<CrfTraining.Labelled> round(int round) {
        return examples.stream().map(example -> labelled(example, round)).toList();
    }

    private CrfTraining.Labelled labelled(Example example, int round) {
        int size = example.reading().tokens().size();
        int[] labels = new int[size];
        boolean[] hidden = new boolean[size];
        for (Gazetteer.Match mention : example.mentions()) {
            int type = types.indexOf(mention.alias().entity().type());
            if (labels[mention.first()] != Tagger.OUTSIDE || labels[mention.last() - 1] != Tagger.OUTSIDE) {
                continue;
            }
            Arrays.fill(labels, mention.first(), mention.last(), Tagger.inside(type));
            labels[mention.first()] = Tagger.begin(type);
            Arrays.fill(hidden, mention.first(), mention.last(), isHidden(mention, round));
        }
        int[] listed = Listed.of(example.reading(), match -> !isHidden(match, round));
        return new CrfTraining.Labelled(TokenFeatures.of(example.reading().tokens(), listed, hidden), labels);
    }

    private static boolean isHidden(Gazetteer.Match match, int round) {
        int hash = 31 * match.alias().entity().id().hashCode() + round * 0x9e3779b9;
        return Integer.remainderUnsigned(((hash ^ (hash >>> 16)) * 0x85ebca6b) >>> 7, HIDDEN_OF) == 0;
    }
}
