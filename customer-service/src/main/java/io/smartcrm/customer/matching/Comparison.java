package io.smartcrm.customer.matching;

import java.util.Arrays;

/** Compares two people of a table; for one thread, as it works in arrays that it keeps. */
@SuppressWarnings("EnumOrdinal") // A level is a digit of the code.
final class Comparison {
    private static final double LOCAL_ALIKE = 0.93;
    private static final int LONGEST = 256;

    private final PersonTable people;
    private final boolean[] rare;
    private final NameComparison names = new NameComparison();
    private final JaroWinkler words = new JaroWinkler();
    private final char[] left = new char[LONGEST];
    private final char[] right = new char[LONGEST];

    Comparison(PersonTable people, boolean[] rareNames) {
        this.people = people;
        this.rare = rareNames;
    }

    /** The code of their {@link Agreement}. */
    int compare(int one, int other) {
        return Agreement.code(
                name(one, other).ordinal(),
                email(one, other).ordinal(),
                phone(people.phone(one), people.phone(other)).ordinal(),
                whole(people.country(one), people.country(other)).ordinal(),
                whole(people.trait(one), people.trait(other)).ordinal());
    }

    private NameLevel name(int one, int other) {
        NameLevel level = names.compare(left, people.name(one, left), right, people.name(other, right), words);
        return level == NameLevel.SAME && rare[one] && rare[other] ? NameLevel.SAME_AND_RARE : level;
    }

    private ValueLevel email(int one, int other) {
        int leftEnd = people.email(one, left);
        int rightEnd = people.email(other, right);
        if (leftEnd == 0 || rightEnd == 0) {
            return ValueLevel.MISSING;
        }
        if (Arrays.equals(left, 0, leftEnd, right, 0, rightEnd)) {
            return ValueLevel.SAME;
        }
        if (Edits.atMostOne(left, 0, leftEnd, right, 0, rightEnd)) {
            return ValueLevel.SIMILAR;
        }
        int leftAt = at(left, leftEnd);
        int rightAt = at(right, rightEnd);
        double alike = words.of(left, 0, leftAt, right, 0, rightAt);
        return alike >= LOCAL_ALIKE ? ValueLevel.SIMILAR : ValueLevel.DIFFERENT;
    }

    private static int at(char[] email, int end) {
        int at = end - 1;
        while (email[at] != '@') {
            at--;
        }
        return at;
    }

    private static ValueLevel phone(int one, int other) {
        ValueLevel level = whole(one, other);
        return level == ValueLevel.DIFFERENT && Edits.atMostOneDigit(one, other, PhoneForm.DIGITS)
                ? ValueLevel.SIMILAR
                : level;
    }

    private static ValueLevel whole(int one, int other) {
        if (one == 0 || other == 0) {
            return ValueLevel.MISSING;
        }
        return one == other ? ValueLevel.SAME : ValueLevel.DIFFERENT;
    }
}
