package io.smartcrm.local.shop;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON on one line. */
final class Json {
    private Json() {}

    static String of(Map<String, ?> object) {
        StringBuilder out = new StringBuilder();
        write(out, object);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> object) {
            object(out, object);
        } else if (value instanceof Iterable<?> list) {
            list(out, list);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(out, value.toString());
        }
    }

    private static void object(StringBuilder out, Map<?, ?> object) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            out.append(comma);
            text(out, entry.getKey().toString());
            out.append(':');
            write(out, entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private static void list(StringBuilder out, Iterable<?> list) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(out, items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < 0x20) {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }
}
