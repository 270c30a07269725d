package io.smartcrm.recommend.recognition;

import java.util.function.Predicate;

/** What the gazetteer says of each token, as a feature: which types begin at it, and which go on with it. */
final class Listed {
    private Listed() {}

    static int[] of(Reading reading, Predicate<Gazetteer.Match> wanted) {
        int[] listed = new int[reading.tokens().size()];
        for (Gazetteer.Match match : reading.longest(wanted)) {
            int type = match.alias().entity().type().relation().code();
            listed[match.first()] |= 1 << (2 * type);
            for (int at = match.first() + 1; at < match.last(); at++) {
                listed[at] |= 1 << (2 * type + 1);
            }
        }
        return listed;
    }
}
