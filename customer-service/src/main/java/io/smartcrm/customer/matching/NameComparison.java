package io.smartcrm.customer.matching;

import java.util.Arrays;

/** Compares names in their form for comparison; for one thread. */
final class NameComparison {
    private static final double ALIKE = 0.88;
    private static final int MAX_WORDS = 8;

    private final int[] leftStarts = new int[MAX_WORDS + 1];
    private final int[] rightStarts = new int[MAX_WORDS + 1];
    private final boolean[] taken = new boolean[MAX_WORDS];

    /** Each name is the first so many characters of its array. */
    NameLevel compare(char[] left, int leftLength, char[] right, int rightLength, JaroWinkler words) {
        if (leftLength == 0 || rightLength == 0) {
            return NameLevel.MISSING;
        }
        if (Arrays.equals(left, 0, leftLength, right, 0, rightLength)) {
            return NameLevel.SAME;
        }
        boolean leftHan = isHan(left[0]);
        if (leftHan || isHan(right[0])) {
            return leftHan && isHan(right[0]) ? han(left, leftLength, right, rightLength) : NameLevel.DIFFERENT;
        }
        return latin(left, leftLength, right, rightLength, words);
    }

    NameLevel compare(String left, String right) {
        return compare(left.toCharArray(), left.length(), right.toCharArray(), right.length(), new JaroWinkler());
    }

    private static NameLevel han(char[] left, int leftLength, char[] right, int rightLength) {
        if (leftLength == rightLength && sameCharacters(left, right, leftLength)) {
            return NameLevel.SAME;
        }
        boolean family = left[0] == right[0];
        if (family
                && Math.min(leftLength, rightLength) >= 3
                && Edits.atMostOne(left, 0, leftLength, right, 0, rightLength)) {
            return NameLevel.ONE_CHARACTER;
        }
        boolean given = leftLength == rightLength && Arrays.equals(left, 1, leftLength, right, 1, rightLength);
        if (given && leftLength > 2) {
            return NameLevel.GIVEN;
        }
        return family ? NameLevel.FAMILY : NameLevel.DIFFERENT;
    }

    private static boolean sameCharacters(char[] left, char[] right, int length) {
        char[] one = Arrays.copyOf(left, length);
        char[] other = Arrays.copyOf(right, length);
        Arrays.sort(one);
        Arrays.sort(other);
        return Arrays.equals(one, other);
    }

    private NameLevel latin(char[] left, int leftLength, char[] right, int rightLength, JaroWinkler words) {
        int leftWords = split(left, leftLength, leftStarts);
        int rightWords = split(right, rightLength, rightStarts);
        if (leftWords > rightWords) {
            return latin(right, rightLength, left, leftLength, words);
        }
        Arrays.fill(taken, false);
        int alike = 0;
        boolean same = leftWords == rightWords;
        boolean given = false;
        for (int word = 0; word < leftWords; word++) {
            int from = leftStarts[word];
            int to = leftStarts[word + 1] - 1;
            int partner = partner(left, from, to, right, rightWords, words);
            if (partner >= 0) {
                taken[partner] = true;
                alike++;
                given |= word == 0 && partner == 0;
                same &= Arrays.equals(left, from, to, right, rightStarts[partner], rightStarts[partner + 1] - 1);
            } else {
                same = false;
            }
        }
        if (same || sameWithoutBlanks(left, leftLength, right, rightLength)) {
            return NameLevel.SAME;
        }
        if (alike == leftWords && leftWords > 1) {
            return NameLevel.SIMILAR;
        }
        return alike == 0 ? NameLevel.DIFFERENT : given ? NameLevel.GIVEN : NameLevel.FAMILY;
    }

    /** The word of the other name that is most like this one, if one is alike; -1 when none is. */
    private int partner(char[] left, int from, int to, char[] right, int rightWords, JaroWinkler words) {
        double best = 0;
        int partner = -1;
        for (int other = 0; other < rightWords; other++) {
            int otherFrom = rightStarts[other];
            int otherTo = rightStarts[other + 1] - 1;
            if (taken[other]) {
                continue;
            }
            boolean initial = (to - from == 1 || otherTo - otherFrom == 1) && left[from] == right[otherFrom];
            double alike = initial ? ALIKE : words.of(left, from, to, right, otherFrom, otherTo);
            if (alike >= ALIKE && alike > best) {
                best = alike;
                partner = other;
            }
        }
        return partner;
    }

    /** Xiao Ming is Xiaoming. */
    private static boolean sameWithoutBlanks(char[] left, int leftLength, char[] right, int rightLength) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < leftLength && left[i] == ' ') {
                i++;
            }
            while (j < rightLength && right[j] == ' ') {
                j++;
            }
            if (i == leftLength || j == rightLength) {
                return i == leftLength && j == rightLength;
            }
            if (left[i++] != right[j++]) {
                return false;
            }
        }
    }

    /** Where words begin; after the last, where one more would. */
    private static int split(char[] name, int length, int[] starts) {
        int count = 0;
        starts[0] = 0;
        for (int i = 0; i < length; i++) {
            if (name[i] == ' ' && count < MAX_WORDS - 1) {
                starts[++count] = i + 1;
            }
        }
        starts[++count] = length + 1;
        return count;
    }

    private static boolean isHan(char letter) {
        return letter >= 0x3400 && letter <= 0x9fff;
    }
}
