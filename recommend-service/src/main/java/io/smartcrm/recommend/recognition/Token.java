package io.smartcrm.recommend.recognition;

import static java.util.Objects.requireNonNull;

/**
 * A word, a number, a sign, or one character of a script that parts no words.
 *
 * @param text as it stands
 * @param normal in lower case, full-width forms made narrow, English plurals made singular
 * @param start first character, in UTF-16 units
 * @param end one past the last
 */
record Token(String text, String normal, int start, int end) {
    Token {
        requireNonNull(text, "text is null");
        requireNonNull(normal, "normal is null");
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    boolean isIdeograph() {
        return Tokens.isIdeograph(text.codePointAt(0));
    }
}
