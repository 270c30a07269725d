package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.graph.Path;
import io.smartcrm.recommend.recognition.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts words to a path of the knowledge graph, as "same maker (Nordhal) and material (linen) as ..., bought twice". */
final class PathWording {
    /** More would not be read; a step with less of the path says little. */
    private static final int MOST_STEPS = 2;

    private static final double LEAST_SHARE = .2;

    private PathWording() {}

    /** @param steps most trodden first, at least one */
    static String of(List<Path.Step> steps, String name, int times) {
        Path.Step first = steps.get(0);
        if (first.companion().isPresent()) {
            return "a " + first.companion().get().name() + " goes with the "
                    + first.entity().name() + " of " + name + bought(times);
        }
        Set<String> shared = new LinkedHashSet<>();
        for (Path.Step step : steps) {
            if (step.companion().isEmpty()
                    && shared.size() < MOST_STEPS
                    && step.amount() >= LEAST_SHARE * first.amount()) {
                shared.add(shared(step.relation()) + " (" + step.entity().name() + ")");
            }
        }
        return "same " + String.join(" and ", shared) + " as " + name + bought(times);
    }

    private static String shared(Relation relation) {
        return switch (relation) {
            case HAS_BRAND -> "maker";
            case HAS_COLOUR -> "colour";
            case MADE_OF -> "material";
            case HAS_SIZE -> "size";
            case HAS_STYLE -> "style";
            case USED_FOR -> "use";
            case IS_A -> "kind";
            case PART_OF -> "department";
            case GOES_WITH -> "company";
        };
    }

    /** A choice is a look or a purchase; more than one are purchases. */
    private static String bought(int times) {
        if (times < 2) {
            return "";
        }
        return times == 2 ? ", bought twice" : ", bought " + times + " times";
    }
}
