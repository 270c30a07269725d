package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Mention.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes product texts from patterns and marks what they mention. A pattern holds {b} brand, {c} colour, {m} material,
 * {s} size, {k} kind and {t} the phrase of the taste.
 */
final class Copywriter {
    private static final List<String> ENGLISH_NAMES = List.of(
            "{b} {m} {k} {c} {s}", "{b} {k}, {c} {m}, {s}", "{c} {m} {k} by {b} ({s})", "{k} {s} in {c} {m} - {b}");
    private static final List<String> ENGLISH_DESCRIPTIONS = List.of(
            "A {k} by {b} in {c} {m}, {t}. Size: {s}.",
            "{b} makes this {k} of {m} in {c}. It measures {s} and is {t}.",
            "Made of {m}, dyed {c}: the {s} {k} from {b}, {t}.",
            "This {c} {k} ({s}) is {t}. {b} uses nothing but {m}.");
    private static final List<String> CHINESE_NAMES =
            List.of("{b}{c}{m}{k} {s}", "{b}{m}{k}（{c}，{s}）", "{k} {b} {c}{m} {s}");
    private static final List<String> CHINESE_DESCRIPTIONS =
            List.of("{b}出品的{c}{m}{k}，{t}。尺寸：{s}。", "这款{k}由{b}用{m}制成，颜色为{c}，规格{s}，{t}。", "{t}。{c}{k}，{m}材质，{s}，来自{b}。");

    private final Traits traits;
    private final Word taste;

    Copywriter(Traits traits, Word taste) {
        this.traits = traits;
        this.taste = taste;
    }

    ProductText english(Dice dice) {
        Draft draft = new Draft(Word::english);
        String name = draft.fill(dice.pick(ENGLISH_NAMES), true, Copywriter::capitals);
        String description = draft.fill(dice.pick(ENGLISH_DESCRIPTIONS), false, UnaryOperator.identity());
        return new ProductText(name, description, draft.mentions);
    }

    ProductText chinese(Dice dice) {
        Draft draft = new Draft(Word::chinese);
        String name = draft.fill(dice.pick(CHINESE_NAMES), true, UnaryOperator.identity());
        String description = draft.fill(dice.pick(CHINESE_DESCRIPTIONS), false, UnaryOperator.identity());
        return new ProductText(name, description, draft.mentions);
    }

    private static String capitals(String words) {
        StringBuilder out = new StringBuilder(words);
        for (int i = 0; i < out.length(); i++) {
            if (i == 0 || out.charAt(i - 1) == ' ') {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
            }
        }
        return out.toString();
    }

    private final class Draft {
        private final Function<Word, String> language;
        private final List<Mention> mentions = new ArrayList<>();

        Draft(Function<Word, String> language) {
            this.language = language;
        }

        String fill(String pattern, boolean isName, UnaryOperator<String> letters) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.charAt(i) != '{') {
                    text.append(pattern.charAt(i));
                    continue;
                }
                write(text, pattern.charAt(i + 1), isName, letters);
                i += 2;
            }
            return text.toString();
        }

        private void write(StringBuilder text, char slot, boolean isName, UnaryOperator<String> letters) {
            switch (slot) {
                case 'b' -> mention(text, Entity.BRAND, traits.brand(), isName, UnaryOperator.identity());
                case 'c' -> mention(text, Entity.COLOUR, traits.colour(), isName, letters);
                case 'm' -> mention(text, Entity.MATERIAL, traits.material(), isName, letters);
                case 's' ->
                    mention(
                            text,
                            Entity.SIZE,
                            new Word(traits.size(), traits.size()),
                            isName,
                            UnaryOperator.identity());
                case 'k' -> mention(text, Entity.KIND, traits.kind().name(), isName, kindLetters(isName));
                default -> text.append(language.apply(taste));
            }
        }

        private UnaryOperator<String> kindLetters(boolean isName) {
            return isName ? UnaryOperator.identity() : words -> words.toLowerCase(Locale.ROOT);
        }

        private void mention(
                StringBuilder text, Entity entity, Word word, boolean isName, UnaryOperator<String> letters) {
            int start = text.length();
            text.append(letters.apply(language.apply(word)));
            mentions.add(new Mention(isName, entity, word.english(), start, text.length()));
        }
    }
}
