package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the entities that a text speaks of. Safe for many threads. */
public final class Recogniser {
    /** What is surer to be none than to be one is none. */
    private static final double LEAST = .5;
    /** Words that no list has are a new entity, or a known one misspelt, if the tagger is so sure. */
    private static final double LEAST_OF_NEW = .6;
    /** Common words that nothing speaks against are believed, whatever is around them. */
    private static final double OF_LIST = .6;
    /** Of other types hardly any is missing in all lists. */
    private static final Set<EntityType> OPEN = EnumSet.of(EntityType.BRAND);

    private final Lexicon lexicon;
    private final NearAlias nearAlias;

    public Recogniser(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nearAlias = new NearAlias(lexicon.aliases());
    }

    /** In the order of the text, none overlapping. */
    public List<Mention> read(String text) {
        Reading reading = Reading.of(text, lexicon.gazetteer());
        Optional<Tagger.Seen> seen = lexicon.tagger().map(tagger -> tagger.see(reading));
        List<Mention> candidates = new ArrayList<>();
        for (Gazetteer.Match match : reading.longest(any -> true)) {
            candidates.add(
                    mention(reading, match.alias().entity(), match.first(), match.last(), confidence(match, seen)));
        }
        seen.ifPresent(tagged -> tagged.spans().stream()
                .filter(span -> span.chance() >= LEAST_OF_NEW)
                .forEach(span -> addNew(reading, span, candidates)));
        return best(candidates);
    }

    private double confidence(Gazetteer.Match match, Optional<Tagger.Seen> seen) {
        double listed = match.alias().reliability();
        EntityType type = match.alias().entity().type();
        if (seen.isEmpty() || !lexicon.taggedTypes().contains(type)) {
            return listed;
        }
        return OF_LIST * listed + (1 - OF_LIST) * seen.get().chance(type, match.first(), match.last());
    }

    private void addNew(Reading reading, Tagger.Span span, List<Mention> candidates) {
        boolean known = candidates.stream()
                .anyMatch(mention -> mention.confidence() >= LEAST
                        && mention.start()
                                < reading.tokens().get(span.last() - 1).end()
                        && reading.tokens().get(span.first()).start() < mention.end());
        String words = reading.words(span.first(), span.last());
        if (known || words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        Optional<NearAlias.Near> near = nearAlias.of(words, span.type());
        if (near.isEmpty() && !OPEN.contains(span.type())) {
            return;
        }
        Entity entity = near.map(found -> found.alias().entity()).orElseGet(() -> new Entity(span.type(), words));
        double slip = near.map(NearAlias.Near::slip).orElse(0.0);
        candidates.add(mention(reading, entity, span.first(), span.last(), span.chance() * (1 - slip)));
    }

    private static Mention mention(Reading reading, Entity entity, int first, int last, double confidence) {
        return new Mention(
                entity,
                reading.tokens().get(first).start(),
                reading.tokens().get(last - 1).end(),
                reading.words(first, last),
                confidence);
    }

    /** Longer words tell more than the shorter ones in them; of equal ones the surest. */
    private static List<Mention> best(List<Mention> candidates) {
        List<Mention> sorted = candidates.stream()
                .filter(mention -> mention.confidence() >= LEAST)
                .sorted(Comparator.comparingInt((Mention mention) -> mention.start() - mention.end())
                        .thenComparing(
                                Comparator.comparingDouble(Mention::confidence).reversed())
                        .thenComparingInt(Mention::start)
                        .thenComparing(mention -> mention.entity().type()))
                .toList();
        List<Mention> chosen = new ArrayList<>();
        for (Mention mention : sorted) {
            if (chosen.stream().noneMatch(mention::overlaps)) {
                chosen.add(mention);
            }
        }
        chosen.sort(Comparator.comparingInt(Mention::start));
        return chosen;
    }
}
