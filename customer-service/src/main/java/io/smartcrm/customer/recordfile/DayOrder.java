package io.smartcrm.customer.recordfile;

import java.util.Optional;

/** What the first number of a date such as 3/12/2010 is. */
enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final int MONTHS = 12;

    /** What one date tells: only a number above 12 tells anything. */
    static Optional<DayOrder> toldBy(String date) {
        int firstSlash = date.indexOf('/');
        int secondSlash = date.indexOf('/', firstSlash + 1);
        if (firstSlash < 1 || firstSlash > 2 || secondSlash < firstSlash + 2 || secondSlash > firstSlash + 3) {
            return Optional.empty();
        }
        int first = number(date, 0, firstSlash);
        int second = number(date, firstSlash + 1, secondSlash);
        if (first > MONTHS && second <= MONTHS) {
            return Optional.of(DAY_FIRST);
        }
        return second > MONTHS && first >= 0 && first <= MONTHS ? Optional.of(MONTH_FIRST) : Optional.empty();
    }

    /** At most two digits, or -1. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
