package io.smartcrm.customer.matching;

/** Brings phone numbers into the one form in which they are compared. */
final class PhoneForm {
    static final int DIGITS = 8;
    private static final int SHORTEST = 6;

    private PhoneForm() {}

    /**
     * The last {@value #DIGITS} digits, which stay the same with and without country code and trunk zero; 0 when there
     * are too few, or all are one digit, as in a number that stands for none.
     */
    static int of(String phone) {
        int digits = 0;
        long number = 0;
        boolean varied = false;
        int last = -1;
        for (int i = 0; i < phone.length(); i++) {
            int digit = Character.digit(phone.charAt(i), 10);
            if (digit >= 0) {
                varied |= last >= 0 && digit != last;
                last = digit;
                digits++;
                number = (number * 10 + digit) % 100_000_000L;
            }
        }
        return digits < SHORTEST || !varied ? 0 : (int) number;
    }
}
