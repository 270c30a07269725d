package io.smartcrm.customer.segmentlanguage;

/**
 * A word of a segment's text.
 *
 * @param text of a TEXT what stands between its quotes, of the others as written
 */
record Token(Kind kind, String text, Position position) {
    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /** As messages call it. */
    String shown() {
        return switch (kind) {
            case NAME, NUMBER, SYMBOL -> "'" + text + "'";
            case TEXT -> "the text " + Literal.Text.quoted(text.length() > 40 ? text.substring(0, 40) + "…" : text);
            case END -> "the end";
        };
    }
}
