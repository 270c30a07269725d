package io.smartcrm.recommend.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the alias that words are a slip of the pen away from: letters left out, added, changed or swapped (Damerau 1964). */
final class NearAlias {
    private static final int SHORTEST = 5;
    private static final int LETTERS_A_SLIP = 5;

    private final List<Normal> normals;

    NearAlias(List<Alias> aliases) {
        normals = aliases.stream()
                .map(alias -> new Normal(alias, Tokens.normal(alias.words())))
                .filter(normal -> normal.words().length() >= SHORTEST)
                .toList();
    }

    private record Normal(Alias alias, String words) {}

    /** @param slip share of the letters that differ */
    record Near(Alias alias, double slip) {}

    Optional<Near> of(String words, EntityType type) {
        String normal = Tokens.normal(words);
        int allowed = normal.length() / LETTERS_A_SLIP;
        if (normal.length() < SHORTEST) {
            return Optional.empty();
        }
        return normals.stream()
                .filter(known -> known.alias().entity().type() == type)
                .map(known -> new Near(known.alias(), distance(normal, known.words(), allowed)))
                .filter(near -> near.slip() <= allowed)
                .min(Comparator.comparingDouble(Near::slip))
                .map(near -> new Near(near.alias(), near.slip() / normal.length()));
    }

    /** Edits between two words, neighbours swapped counting as one; anything above the limit where they are more. */
    static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            last[at] = at;
        }
        for (int at = 1; at <= one.length(); at++) {
            row[0] = at;
            for (int to = 1; to <= other.length(); to++) {
                int same = one.charAt(at - 1) == other.charAt(to - 1) ? 0 : 1;
                row[to] = Math.min(Math.min(row[to - 1], last[to]) + 1, last[to - 1] + same);
                boolean swapped = at > 1
                        && to > 1
                        && one.charAt(at - 1) == other.charAt(to - 2)
                        && one.charAt(at - 2) == other.charAt(to - 1);
                row[to] = swapped ? Math.min(row[to], beforeLast[to - 2] + 1) : row[to];
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
