package io.smartcrm.customer.sentiment;

import static java.util.Objects.requireNonNull;

/** A sentence whose tone is known. */
record Phrase(Tone tone, String text) {
    Phrase {
        requireNonNull(tone, "tone is null");
        requireNonNull(text, "text is null");
    }

    /** Reads {@code - the mug is broken}. */
    static Phrase parse(String line) {
        String text = line.substring(1).strip();
        return switch (line.charAt(0)) {
            case '-' -> new Phrase(Tone.NEGATIVE, text);
            case '=' -> new Phrase(Tone.NEUTRAL, text);
            case '+' -> new Phrase(Tone.POSITIVE, text);
            default -> throw new IllegalArgumentException("a phrase begins with -, = or +, not: " + line);
        };
    }
}
