package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a shop calls its things: the words everybody uses, the values of its own records, what its texts call these, and a
 * tagger for what no list has. Equal products and seed give an equal lexicon. Immutable, safe for many threads.
 */
public final class Lexicon {
    private static final double OF_RECORDS = .95;
    /** A reliability counts as much as so many products before any is seen. */
    private static final double PRIOR = 2;

    private final Entities entities;
    private final Gazetteer gazetteer;
    private final Optional<Tagger> tagger;

    private Lexicon(Entities entities, Gazetteer gazetteer, Optional<Tagger> tagger) {
        this.entities = entities;
        this.gazetteer = gazetteer;
        this.tagger = tagger;
    }

    /** @param sample products to learn from; those without texts only tell which values there are */
    public static Lexicon learn(List<ProductText> sample, Vocabulary vocabulary, long seed) {
        Entities entities = Entities.of(sample, vocabulary.aliases());
        Map<String, Alias> aliases = new LinkedHashMap<>();
        entities.recorded()
                .forEach(entity -> put(aliases, new Alias(entity, entity.name(), Alias.Origin.ATTRIBUTE, OF_RECORDS)));
        vocabulary.aliases().forEach(alias -> put(aliases, entities.called(alias)));
        List<ProductText> written =
                sample.stream().filter(product -> !product.texts().isEmpty()).toList();
        AliasLearning.of(written, Gazetteer.of(aliases.values()), entities)
                // What everybody means by the words is another thing here.
                .forEach(alias -> aliases.put(key(alias), alias));
        Gazetteer gazetteer = weighed(written, Gazetteer.of(aliases.values()), entities);
        return new Lexicon(entities, gazetteer, TaggerTraining.fit(written, gazetteer, entities, seed));
    }

    private static void put(Map<String, Alias> aliases, Alias alias) {
        aliases.putIfAbsent(key(alias), alias);
    }

    private static String key(Alias alias) {
        return alias.entity().type() + ":" + (alias.needsCapitals() ? alias.words() : Tokens.normal(alias.words()));
    }

    /** Every alias by how often its words stood with a product that its record says the same of. */
    private static Gazetteer weighed(List<ProductText> sample, Gazetteer gazetteer, Entities entities) {
        Map<Alias, int[]> counts = new HashMap<>();
        for (ProductText product : sample) {
            Map<EntityType, Set<Entity>> own = new HashMap<>();
            for (EntityType type : EntityType.values()) {
                own.put(type, Set.copyOf(entities.of(product, type)));
            }
            Set<Alias> seen = new HashSet<>();
            for (String text : product.texts()) {
                Reading.of(text, gazetteer).longest(match -> true).forEach(match -> seen.add(match.alias()));
            }
            for (Alias alias : seen) {
                Set<Entity> values = own.getOrDefault(alias.entity().type(), Set.of());
                if (!values.isEmpty()) {
                    int[] count = counts.computeIfAbsent(alias, any -> new int[2]);
                    count[0] += values.contains(alias.entity()) ? 1 : 0;
                    count[1]++;
                }
            }
        }
        List<Alias> weighed = new ArrayList<>();
        for (Alias alias : gazetteer.aliases()) {
            int[] count = counts.getOrDefault(alias, new int[2]);
            weighed.add(alias.withReliability((count[0] + PRIOR * alias.reliability()) / (count[1] + PRIOR)));
        }
        return Gazetteer.of(weighed);
    }

    public List<Alias> aliases() {
        return gazetteer.aliases();
    }

    /** The types whose mentions it finds even where no list has them. */
    public List<EntityType> taggedTypes() {
        return tagger.map(Tagger::types).orElse(List.of());
    }

    Entities entities() {
        return entities;
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    Optional<Tagger> tagger() {
        return tagger;
    }
}
