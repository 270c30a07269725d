package io.smartcrm.forecast.demand;

import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.wire.Failure;

/** What questions about demand have in common. */
public final class QuestionGrpc {
    private QuestionGrpc() {}

    public static DemandStep step(io.smartcrm.proto.forecast.v1.DemandStep step) {
        return switch (step) {
            case DEMAND_STEP_UNSPECIFIED, DEMAND_STEP_WEEK -> DemandStep.WEEK;
            case DEMAND_STEP_DAY -> DemandStep.DAY;
            case DEMAND_STEP_MONTH -> DemandStep.MONTH;
            case UNRECOGNIZED -> throw Failure.invalid("step", "is not known here; DAY, WEEK and MONTH are");
        };
    }

    /** 0 means the usual one. */
    public static int horizon(int steps, DemandStep step) {
        return steps("horizon", steps, step, usualHorizon(step));
    }

    static int steps(String field, int steps, DemandStep step, int usual) {
        int longest = longestHorizon(step);
        if (steps < 0 || steps > longest) {
            throw Failure.invalid(field, steps + " is not between 1 and " + step.count(longest));
        }
        return steps == 0 ? usual : steps;
    }

    private static int usualHorizon(DemandStep step) {
        return switch (step) {
            case DAY -> 14;
            case WEEK, MONTH -> 6;
        };
    }

    private static int longestHorizon(DemandStep step) {
        return switch (step) {
            case DAY -> 90;
            case WEEK -> 26;
            case MONTH -> 12;
        };
    }
}
