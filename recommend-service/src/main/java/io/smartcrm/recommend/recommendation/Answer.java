package io.smartcrm.recommend.recommendation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.experiment.RunningExperiments.Assigned;
import io.smartcrm.recommend.privacy.CustomerLimits.ProfileUse;
import io.smartcrm.recommend.training.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Recommendations, best first, and the model that made them.
 *
 * @param next offset of the next page, empty where the list ends
 * @param model empty before the first training; there are no recommendations then
 * @param assigned the experiment the customer takes part in
 * @param use whether what is known of the customer was used
 */
public record Answer(
        List<Recommendation> recommendations,
        OptionalInt next,
        Optional<ModelVersion> model,
        Optional<Assigned> assigned,
        ProfileUse use) {
    public Answer {
        requireNonNull(use, "use is null");
        recommendations = List.copyOf(recommendations);
        requireNonNull(next, "next is null");
        requireNonNull(model, "model is null");
        requireNonNull(assigned, "assigned is null");
    }

    Answer with(Optional<Assigned> experiment, ProfileUse other) {
        return new Answer(recommendations, next, model, experiment, other);
    }

    static Answer beforeTheFirstModel() {
        return new Answer(List.of(), OptionalInt.empty(), Optional.empty(), Optional.empty(), ProfileUse.USED);
    }
}
