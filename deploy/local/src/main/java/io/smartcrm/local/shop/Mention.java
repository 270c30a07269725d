package io.smartcrm.local.shop;

import java.util.Locale;

/**
 * Where a text speaks of something.
 *
 * @param inName whether the text is the product's name; otherwise its description
 * @param entity what kind of thing is spoken of
 * @param value its canonical English name, the same in both languages
 * @param start first character, in UTF-16 units from 0
 * @param end one past the last character
 */
public record Mention(boolean inName, Entity entity, String value, int start, int end) {

    /** The kinds of things product texts speak of. */
    public enum Entity {
        BRAND,
        COLOUR,
        MATERIAL,
        SIZE,
        KIND;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
