package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.privacy.CustomerLimits.ProfileUse;
import io.smartcrm.recommend.training.ModelVersion;
import java.util.List;
import java.util.Optional;

/**
 * Recommendations, best first, and the model that made them.
 *
 * @param use whether what is known of the customer was used
 * @param model empty before the first training; there are no recommendations then
 */
public record Answer(List<Recommendation> recommendations, Optional<ModelVersion> model, ProfileUse use) {
    public Answer {
        requireNonNull(use, "use is null");
        recommendations = List.copyOf(recommendations);
        requireNonNull(model, "model is null");
    }

    Answer with(ProfileUse other) {
        return new Answer(recommendations, model, other);
    }

    static Answer beforeTheFirstModel() {
        return new Answer(List.of(), Optional.empty(), ProfileUse.USED);
    }
}
