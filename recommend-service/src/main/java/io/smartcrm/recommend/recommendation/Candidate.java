package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/** A recommendation before names are looked up: all products by number. */
sealed interface Candidate {
    int product();

    double score();

    /**
     * @param because what the customer bought that speaks for it, strongest first
     */
    record ItemBased(int product, double score, List<Share> because) implements Candidate {
        public ItemBased {
            because = List.copyOf(because);
        }
    }

    /** Part of a score that a bought product brought, 0 to 1. */
    record Share(int product, double share) {}

    /**
     * @param buyers customers who bought it within the window, or ever where the window is zero
     */
    record Popular(int product, double score, int buyers, Duration window) implements Candidate {
        public Popular {
            requireNonNull(window, "window is null");
        }
    }
}
