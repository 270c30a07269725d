package io.smartcrm.customer.matching;

/** Whether texts are at most one slip apart: a letter more, less or another, or two neighbours swapped. */
final class Edits {
    private Edits() {}

    static boolean atMostOne(char[] left, int leftFrom, int leftTo, char[] right, int rightFrom, int rightTo) {
        int leftLength = leftTo - leftFrom;
        int rightLength = rightTo - rightFrom;
        if (Math.abs(leftLength - rightLength) > 1) {
            return false;
        }
        int shorter = Math.min(leftLength, rightLength);
        int head = 0;
        while (head < shorter && left[leftFrom + head] == right[rightFrom + head]) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && left[leftTo - 1 - tail] == right[rightTo - 1 - tail]) {
            tail++;
        }
        int leftRest = leftLength - head - tail;
        int rightRest = rightLength - head - tail;
        if (leftRest <= 1 && rightRest <= 1) {
            return true;
        }
        return leftRest == 2
                && rightRest == 2
                && left[leftFrom + head] == right[rightFrom + head + 1]
                && left[leftFrom + head + 1] == right[rightFrom + head];
    }

    /** As above, of numbers written with so many digits; only another digit or swapped neighbours count. */
    static boolean atMostOneDigit(int left, int right, int digits) {
        int differences = 0;
        int first = -1;
        int[] leftDigit = new int[2];
        int[] rightDigit = new int[2];
        int a = left;
        int b = right;
        for (int i = 0; i < digits; i++) {
            if (a % 10 != b % 10) {
                if (differences == 2 || (differences == 1 && i != first + 1)) {
                    return false;
                }
                leftDigit[differences] = a % 10;
                rightDigit[differences] = b % 10;
                first = differences == 0 ? i : first;
                differences++;
            }
            a /= 10;
            b /= 10;
        }
        return differences < 2 || (leftDigit[0] == rightDigit[1] && leftDigit[1] == rightDigit[0]);
    }
}
