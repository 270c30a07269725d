package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A recommendation before names are looked up: all products by number.
 *
 * @param because strongest first
 */
record Candidate(int product, double score, Source source, List<Why> because) {
    Candidate {
        requireNonNull(source, "source is null");
        because = List.copyOf(because);
    }

    /** The same below a score, for a list that begins with others. */
    Candidate scaled(double ceiling) {
        return new Candidate(product, ceiling * score / (1 + Math.abs(score)), source, because);
    }
}
