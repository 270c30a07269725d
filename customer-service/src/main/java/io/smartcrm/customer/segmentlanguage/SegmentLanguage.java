package io.smartcrm.customer.segmentlanguage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/** Reads the texts of segments. */
public final class SegmentLanguage {
    private SegmentLanguage() {}

    /** Never throws, whatever the text is: the reading tells its problems. */
    public static Reading read(String text, Vocabulary vocabulary) {
        if (text.getBytes(UTF_8).length > Limits.TEXT) {
            return refused(Problem.at(Position.START, "a segment is at most " + Limits.TEXT + " bytes long"));
        }
        if (text.isBlank()) {
            return refused(
                    new Problem(Position.START, "a segment says what is true of its customers", "country = 'FR'"));
        }
        Condition<Clause> parsed;
        try {
            parsed = Parser.parse(text);
        } catch (SyntaxRefused refused) {
            return refused(refused.problem());
        }
        var checker = new Checker(vocabulary);
        Condition<Optional<CheckedClause>> checked = parsed.map(checker::check);
        if (!checker.problems().isEmpty()) {
            return new Reading(Optional.empty(), checker.problems());
        }
        var segment = new CheckedSegment(Printer.print(parsed), checked.map(Optional::orElseThrow));
        return segment.cost() > Limits.COST
                ? refused(Problem.at(
                        Position.START,
                        "is too costly: " + segment.cost() + " of at most " + Limits.COST
                                + "; ask fewer things of products and interactions"))
                : new Reading(Optional.of(segment), List.of());
    }

    private static Reading refused(Problem problem) {
        return new Reading(Optional.empty(), List.of(problem));
    }
}
