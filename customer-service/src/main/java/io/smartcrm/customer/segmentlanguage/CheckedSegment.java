package io.smartcrm.customer.segmentlanguage;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A segment that can be run.
 *
 * @param text as the language writes it: the same for all spellings of one segment
 */
public record CheckedSegment(String text, Condition<CheckedClause> condition) {
    public CheckedSegment {
        requireNonNull(text, "text is null");
        requireNonNull(condition, "condition is null");
    }

    public List<CheckedClause> clauses() {
        return condition.clauses();
    }

    /** Whether customers can enter or leave though nothing happens. */
    public boolean changesByTime() {
        return clauses().stream().anyMatch(CheckedClause::changesByTime);
    }

    /** How dear it is to run over all customers, without unit. */
    public int cost() {
        int scans = clauses().stream()
                .map(clause -> clause.term().subject())
                .distinct()
                .mapToInt(Term.Subject::scanCost)
                .sum();
        return scans
                + clauses().stream()
                        .mapToInt(clause -> clause.term().subject().clauseCost())
                        .sum();
    }
}
