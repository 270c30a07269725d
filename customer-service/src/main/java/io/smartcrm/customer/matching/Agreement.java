package io.smartcrm.customer.matching;

import static java.util.Objects.requireNonNull;

/** How far two people agree, field by field; all there is to say about a pair, in a number below {@link #COUNT}. */
@SuppressWarnings("EnumOrdinal") // A level is a digit of the code.
public record Agreement(NameLevel name, ValueLevel email, ValueLevel phone, ValueLevel country, ValueLevel trait) {
    static final int FIELDS = 5;
    private static final NameLevel[] NAMES = NameLevel.values();
    private static final ValueLevel[] VALUES = ValueLevel.values();
    static final int COUNT = NAMES.length * VALUES.length * VALUES.length * VALUES.length * VALUES.length;

    public Agreement {
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(phone, "phone is null");
        requireNonNull(country, "country is null");
        requireNonNull(trait, "trait is null");
    }

    static int levels(int field) {
        return field == 0 ? NAMES.length : VALUES.length;
    }

    /** The level of a field, 0 when it is missing at one of the two. */
    static int level(int code, int field) {
        int rest = code;
        for (int i = 0; i < field; i++) {
            rest /= levels(i);
        }
        return rest % levels(field);
    }

    static int code(int name, int email, int phone, int country, int trait) {
        int values = VALUES.length;
        return name + NAMES.length * (email + values * (phone + values * (country + values * trait)));
    }

    int code() {
        return code(name.ordinal(), email.ordinal(), phone.ordinal(), country.ordinal(), trait.ordinal());
    }

    static Agreement of(int code) {
        return new Agreement(
                NAMES[level(code, 0)],
                VALUES[level(code, 1)],
                VALUES[level(code, 2)],
                VALUES[level(code, 3)],
                VALUES[level(code, 4)]);
    }
}
