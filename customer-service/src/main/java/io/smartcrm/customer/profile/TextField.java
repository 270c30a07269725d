package io.smartcrm.customer.profile;

import io.smartcrm.wire.Failure;

/**
 * A field of text and how long it may be, in characters as Unicode and the database count them.
 *
 * @param shortest of a text that is not empty
 */
record TextField(String name, int shortest, int longest) {
    /**
     * The text without space around it; empty text passes.
     *
     * @throws Failure INVALID when it is too short, too long or holds a control character
     */
    String check(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return stripped;
        }
        int length = stripped.codePointCount(0, stripped.length());
        if (length < shortest || length > longest) {
            throw Failure.invalid(name, "is " + length + " characters long, not " + shortest + " to " + longest);
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(name, "holds a control character, such as a line break");
        }
        return stripped;
    }

    /** As {@link #check}, of a text that must be there. */
    String checkPresent(String text) {
        String checked = check(text);
        if (checked.isEmpty()) {
            throw Failure.invalid(name, "is missing");
        }
        return checked;
    }
}
