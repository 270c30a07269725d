package io.smartcrm.customer.product;

import io.smartcrm.wire.Failure;

/** How long the texts of a product may be, in characters as Unicode and the database count them. */
final class ProductText {
    private ProductText() {}

    /** @throws Failure INVALID when it is too long or holds a control character */
    static String check(String field, String text, int longest) {
        checkLines(field, text, longest);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character, such as a line break");
        }
        return text;
    }

    /** As {@link #check}, of a text that may have lines. */
    static void checkLines(String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw Failure.invalid(field, "is " + length + " characters long, more than " + longest);
        }
        if (text.indexOf('\0') >= 0) {
            throw Failure.invalid(field, "holds a zero character");
        }
    }
}
