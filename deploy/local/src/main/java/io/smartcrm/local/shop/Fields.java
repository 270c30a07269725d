package io.smartcrm.local.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep their order, so that files are equal to the last byte. */
final class Fields {
    private Fields() {}

    /** Names and values in turn. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }
}
