package io.smartcrm.customer.supportcase;

import io.smartcrm.wire.Failure;

/** How long the texts of a case may be, in characters as Unicode and the database count them. */
final class CaseText {
    private CaseText() {}

    /**
     * The text without space around it.
     *
     * @throws Failure INVALID when it is too short, too long or holds a control character
     */
    static String line(String field, String text, int shortest, int longest) {
        String stripped = lines(field, text, shortest, longest);
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character, such as a line break");
        }
        return stripped;
    }

    /** As {@link #line}, of a text that may have lines. */
    static String lines(String field, String text, int shortest, int longest) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length == 0 && shortest > 0) {
            throw Failure.invalid(field, "is missing");
        }
        if (length < shortest || length > longest) {
            throw Failure.invalid(field, "is " + length + " characters long, not " + shortest + " to " + longest);
        }
        if (stripped.indexOf('\0') >= 0) {
            throw Failure.invalid(field, "holds a zero character");
        }
        return stripped;
    }
}
