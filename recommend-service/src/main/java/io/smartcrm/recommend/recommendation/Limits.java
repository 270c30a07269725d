package io.smartcrm.recommend.recommendation;

import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.UUID;

/** What a request may ask. */
final class Limits {
    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_ID = 100;

    private Limits() {}

    /** The size to use for what the caller asked: 0 stands for 10. */
    static int size(int asked) {
        return asked == 0 ? DEFAULT_SIZE : asked;
    }

    static void requireSize(int size) {
        if (size < 1 || size > LARGEST_SIZE) {
            throw Failure.invalid("size", size + " is not between 1 and " + LARGEST_SIZE);
        }
    }

    static void requireId(String field, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw Failure.invalid(field, "an id has 1 to " + LONGEST_ID + " characters, not " + id.length());
        }
    }

    static List<String> requireIds(String field, List<String> ids, int most) {
        if (ids.size() > most) {
            throw Failure.invalid(field, ids.size() + " ids are more than " + most);
        }
        ids.forEach(id -> requireId(field, id));
        return List.copyOf(ids);
    }

    static UUID requireUuid(String field, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid(field, "is not a UUID");
        }
    }
}
