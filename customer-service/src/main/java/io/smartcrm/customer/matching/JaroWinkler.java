package io.smartcrm.customer.matching;

import java.util.Arrays;

/** How alike two words are (Jaro 1989 with Winkler's prefix), on parts of arrays; for one thread. */
final class JaroWinkler {
    private static final int MAX_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;

    private final boolean[] matchedLeft = new boolean[NameForm.LONGEST + 1];
    private final boolean[] matchedRight = new boolean[NameForm.LONGEST + 1];

    /** 0 to 1; words longer than {@value NameForm#LONGEST} characters are cut. */
    double of(char[] left, int leftFrom, int leftTo, char[] right, int rightFrom, int rightTo) {
        int leftLength = Math.min(leftTo - leftFrom, NameForm.LONGEST);
        int rightLength = Math.min(rightTo - rightFrom, NameForm.LONGEST);
        if (leftLength == 0 || rightLength == 0) {
            return leftLength == rightLength ? 1 : 0;
        }
        int matches = match(left, leftFrom, leftLength, right, rightFrom, rightLength);
        if (matches == 0) {
            return 0;
        }
        int transpositions = transpositions(left, leftFrom, leftLength, right, rightFrom);
        double jaro = ((double) matches / leftLength
                        + (double) matches / rightLength
                        + (matches - transpositions / 2.0) / matches)
                / 3;
        int prefix = 0;
        while (prefix < MAX_PREFIX
                && prefix < Math.min(leftLength, rightLength)
                && left[leftFrom + prefix] == right[rightFrom + prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    double of(String left, String right) {
        return of(left.toCharArray(), 0, left.length(), right.toCharArray(), 0, right.length());
    }

    private int match(char[] left, int leftFrom, int leftLength, char[] right, int rightFrom, int rightLength) {
        int reach = Math.max(0, Math.max(leftLength, rightLength) / 2 - 1);
        Arrays.fill(matchedLeft, 0, leftLength, false);
        Arrays.fill(matchedRight, 0, rightLength, false);
        int matches = 0;
        for (int i = 0; i < leftLength; i++) {
            int end = Math.min(rightLength - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= end; j++) {
                if (!matchedRight[j] && left[leftFrom + i] == right[rightFrom + j]) {
                    matchedLeft[i] = true;
                    matchedRight[j] = true;
                    matches++;
                    break;
                }
            }
        }
        return matches;
    }

    /** Matched characters that stand in another order. */
    private int transpositions(char[] left, int leftFrom, int leftLength, char[] right, int rightFrom) {
        int transpositions = 0;
        int j = 0;
        for (int i = 0; i < leftLength; i++) {
            if (matchedLeft[i]) {
                while (!matchedRight[j]) {
                    j++;
                }
                if (left[leftFrom + i] != right[rightFrom + j]) {
                    transpositions++;
                }
                j++;
            }
        }
        return transpositions;
    }
}
