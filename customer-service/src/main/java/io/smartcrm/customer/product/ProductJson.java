package io.smartcrm.customer.product;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** Maps of a product as the database keeps them. */
final class ProductJson {
    private static final String EMPTY = "{}";

    private ProductJson() {}

    static String encode(Map<String, ?> map) {
        var json = new JsonObject();
        map.forEach(json::put);
        return json.encode();
    }

    static Map<String, String> texts(String json) {
        Map<String, String> texts = new TreeMap<>();
        values(json).forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    /** Numbers are doubles, however they were written. */
    static Map<String, Object> values(String json) {
        if (json.equals(EMPTY)) {
            return Map.of();
        }
        Map<String, Object> values = new TreeMap<>();
        new JsonObject(json)
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue() instanceof Number number ? number.doubleValue() : entry.getValue()));
        return values;
    }
}
