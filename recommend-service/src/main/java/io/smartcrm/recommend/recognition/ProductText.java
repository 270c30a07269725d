package io.smartcrm.recommend.recognition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is written about a product, and what its record says.
 *
 * @param texts in any language, the name first
 * @param values of the attributes that name entities, empty where nobody said
 * @param category from the root down
 */
public record ProductText(List<String> texts, Map<EntityType, List<String>> values, List<String> category) {
    public ProductText {
        texts = List.copyOf(texts);
        Map<EntityType, List<String>> copy = new TreeMap<>();
        values.forEach((type, given) ->
                copy.put(type, given.stream().filter(value -> !value.isBlank()).toList()));
        copy.values().removeIf(List::isEmpty);
        values = Map.copyOf(copy);
        category = category.stream().filter(level -> !level.isBlank()).toList();
    }

    /** What its record says of a type; of the category the last level. */
    List<String> known(EntityType type) {
        if (type == EntityType.CATEGORY && !category.isEmpty()) {
            return List.of(category.get(category.size() - 1));
        }
        return values.getOrDefault(type, List.of());
    }

    boolean isDescribed() {
        return !values.isEmpty() || !category.isEmpty();
    }
}
