package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.training.ModelVersion;
import java.util.List;
import java.util.Optional;

/**
 * Recommendations, best first, and the model that made them.
 *
 * @param model empty before the first training; there are no recommendations then
 */
public record Answer(List<Recommendation> recommendations, Optional<ModelVersion> model) {
    public Answer {
        recommendations = List.copyOf(recommendations);
        requireNonNull(model, "model is null");
    }

    static Answer beforeTheFirstModel() {
        return new Answer(List.of(), Optional.empty());
    }
}
