package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which entity a value of a record is: the one everybody knows by the word, else one of its own. */
final class Entities {
    private static final int LONGEST = 60;

    private final Map<String, Entity> byWords = new HashMap<>();
    private final Set<Entity> recorded = new LinkedHashSet<>();

    private Entities() {}

    /** Values that are written in several ways take the most frequent one for their name. */
    static Entities of(List<ProductText> products, Collection<Alias> vocabulary) {
        Entities entities = new Entities();
        for (EntityType type : EntityType.values()) {
            Map<String, Map<String, Integer>> spellings = new TreeMap<>();
            products.forEach(product -> split(type, given(product, type))
                    .forEach(value -> spellings
                            .computeIfAbsent(key(type, value), any -> new TreeMap<>())
                            .merge(value, 1, Integer::sum)));
            Map<String, Entity> own = new TreeMap<>();
            spellings.forEach((key, counts) -> own.put(key, new Entity(type, mostFrequent(counts))));
            entities.settle(own, type, vocabulary);
        }
        return entities;
    }

    private static List<String> given(ProductText product, EntityType type) {
        return type == EntityType.CATEGORY && !product.category().isEmpty() ? product.category() : product.known(type);
    }

    /**
     * A thing that everybody knows is called as the shop calls it. Where the shop has two names for one, it means one
     * thing, but that it tells two categories apart on purpose.
     */
    private void settle(Map<String, Entity> own, EntityType type, Collection<Alias> vocabulary) {
        Map<Entity, Set<Entity>> names = new HashMap<>();
        List<Alias> common = vocabulary.stream()
                .filter(alias -> alias.entity().type() == type)
                .toList();
        for (Alias alias : common) {
            Entity called = own.get(key(type, alias.words()));
            if (called != null) {
                names.computeIfAbsent(alias.entity(), any -> new HashSet<>()).add(called);
            }
        }
        for (Alias alias : common) {
            Set<Entity> called = names.getOrDefault(alias.entity(), Set.of());
            boolean one = called.size() == 1;
            byWords.put(key(type, alias.words()), one ? called.iterator().next() : alias.entity());
        }
        recorded.addAll(own.values());
        own.forEach((key, entity) -> {
            if (type == EntityType.CATEGORY) {
                byWords.put(key, entity);
            } else {
                byWords.putIfAbsent(key, entity);
            }
        });
    }

    private static String mostFrequent(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static String key(EntityType type, String words) {
        return type + ":" + Tokens.normal(words);
    }

    Entity of(EntityType type, String words) {
        Entity known = byWords.get(key(type, words));
        return known == null ? new Entity(type, words.strip()) : known;
    }

    /** What the record of a product says of a type. */
    List<Entity> of(ProductText product, EntityType type) {
        return split(type, product.known(type)).stream()
                .map(value -> of(type, value))
                .distinct()
                .toList();
    }

    /** What any record names. */
    Collection<Entity> recorded() {
        return recorded;
    }

    /** A common alias with the name the shop has for the thing. */
    Alias called(Alias alias) {
        return new Alias(of(alias.entity().type(), alias.words()), alias.words(), alias.origin(), alias.reliability());
    }

    /** "cotton, linen" are two; of what is longer than a name nothing is known. */
    private static List<String> split(EntityType type, List<String> values) {
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            switch (type) {
                case COLOUR, MATERIAL, STYLE, OCCASION ->
                    parts.addAll(List.of(value.split("\\s*[,;/\u3001\uff0c]\\s*")));
                case BRAND, SIZE, CATEGORY -> parts.add(value);
            }
        }
        return parts.stream()
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit) && part.length() <= LONGEST)
                .toList();
    }
}
