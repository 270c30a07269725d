package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.content.Feature;
import io.smartcrm.recommend.graph.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A reason before it is put in words: products by number. */
sealed interface Why {
    /** Of the score, 0 to 1. */
    double share();

    /** The product the reason rests on. */
    default OptionalInt product() {
        return OptionalInt.empty();
    }

    /** Bought by those who bought a product. */
    record BoughtWith(int with, double share) implements Why {
        @Override
        public OptionalInt product() {
            return OptionalInt.of(with);
        }
    }

    /** It reads like a product. */
    record Like(int like, double share) implements Why {
        @Override
        public OptionalInt product() {
            return OptionalInt.of(like);
        }
    }

    /** @param shared what the records of the two say alike, what counts most first */
    record Alike(int like, List<Feature> shared, double share) implements Why {
        public Alike {
            shared = List.copyOf(shared);
        }

        @Override
        public OptionalInt product() {
            return OptionalInt.of(like);
        }
    }

    /** Sessions with a product went on to it. */
    record After(int seen, double share) implements Why {
        @Override
        public OptionalInt product() {
            return OptionalInt.of(seen);
        }
    }

    /** In so many baskets with a product, so many times as often as by chance. */
    record Together(int with, int baskets, double lift, double share) implements Why {
        @Override
        public OptionalInt product() {
            return OptionalInt.of(with);
        }
    }

    /** @param window zero where it is of all time */
    record Buyers(int buyers, Duration window, double share) implements Why {}

    /** @param expected purchases in the window had nothing changed */
    record Rising(int purchases, double expected, Duration window, double share) implements Why {}

    record New(Duration age, double share) implements Why {}

    /**
     * @param since the last purchase
     * @param cadence usual time between purchases, zero before the second
     */
    record Again(int times, Duration since, Duration cadence, double share) implements Why {}

    /**
     * A path of the knowledge graph from a product.
     *
     * @param steps through the entities both have to do with, most trodden first
     * @param times the product was chosen
     */
    record Shared(int with, List<Path.Step> steps, int times, double share) implements Why {
        public Shared {
            steps = List.copyOf(steps);
        }

        @Override
        public OptionalInt product() {
            return OptionalInt.of(with);
        }
    }

    /** The caller put it here. */
    record Pinned() implements Why {
        @Override
        public double share() {
            return 1;
        }
    }
}
