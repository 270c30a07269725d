package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A text in tokens, with all that the gazetteer and the patterns of sizes find in it. */
final class Reading {
    private final String text;
    private final List<Token> tokens;
    private final List<Gazetteer.Match> matches;

    private Reading(String text, List<Token> tokens, List<Gazetteer.Match> matches) {
        this.text = text;
        this.tokens = tokens;
        this.matches = matches;
    }

    static Reading of(String text, Gazetteer gazetteer) {
        List<Token> tokens = Tokens.of(text);
        List<Gazetteer.Match> matches = new ArrayList<>(gazetteer.matches(tokens));
        for (Sizes.Span size : Sizes.in(text)) {
            int first = tokenAt(tokens, size.start());
            int last = tokenAt(tokens, size.end());
            if (first < last && matches.stream().noneMatch(match -> isSize(match, first, last))) {
                matches.add(new Gazetteer.Match(SizeAlias.of(size.name()), first, last));
            }
        }
        return new Reading(text, tokens, matches);
    }

    private static boolean isSize(Gazetteer.Match match, int first, int last) {
        return match.alias().entity().type() == EntityType.SIZE && match.first() == first && match.last() == last;
    }

    private static int tokenAt(List<Token> tokens, int place) {
        int at = 0;
        while (at < tokens.size() && tokens.get(at).start() < place) {
            at++;
        }
        return at;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Gazetteer.Match> matches() {
        return matches;
    }

    String words(int first, int last) {
        return text.substring(tokens.get(first).start(), tokens.get(last - 1).end());
    }

    /** Those wanted that overlap no longer one of the same type. */
    List<Gazetteer.Match> longest(Predicate<Gazetteer.Match> wanted) {
        List<Gazetteer.Match> chosen = new ArrayList<>();
        matches.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt((Gazetteer.Match match) -> match.first() - match.last())
                        .thenComparingInt(Gazetteer.Match::first))
                .forEach(match -> {
                    if (chosen.stream().noneMatch(other -> rivals(match, other))) {
                        chosen.add(match);
                    }
                });
        return chosen;
    }

    private static boolean rivals(Gazetteer.Match one, Gazetteer.Match other) {
        boolean overlap = one.first() < other.last() && other.first() < one.last();
        boolean same = one.first() == other.first() && one.last() == other.last();
        return overlap
                && one.alias().entity().type() == other.alias().entity().type()
                && (!same || one.alias().entity().equals(other.alias().entity()));
    }
}
