package io.smartcrm.forecast.demand;

import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.wire.Failure;
import java.util.UUID;

/** What questions about demand have in common. */
public final class QuestionGrpc {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_QUOTE = 60;

    private QuestionGrpc() {}

    public static DemandScope scope(io.smartcrm.proto.forecast.v1.DemandScope scope) {
        return switch (scope.getScopeCase()) {
            case TOTAL -> new DemandScope.Total();
            case PRODUCT_ID -> new DemandScope.Product(productId(scope.getProductId()));
            case CATEGORY -> new DemandScope.Category(name("scope.category", scope.getCategory()));
            case COUNTRY -> new DemandScope.Country(name("scope.country", scope.getCountry()));
            case CHANNEL -> new DemandScope.Channel(name("scope.channel", scope.getChannel()));
            case SCOPE_NOT_SET ->
                throw Failure.invalid("scope", "is missing; choose total, productId, category, country or channel");
        };
    }

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

    private static UUID productId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("scope.productId", quoted(id) + " is not the id of a product (a UUID)");
        }
    }

    private static String name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Failure.invalid(
                    field,
                    "has " + name.length() + " characters; 1 to " + LONGEST_NAME + ", not all blank, are allowed");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character");
        }
        return name;
    }

    /** What a caller sent, as much of it as an answer can carry. */
    static String quoted(String text) {
        return text.length() > LONGEST_QUOTE ? "'" + text.substring(0, LONGEST_QUOTE) + "...'" : "'" + text + "'";
    }
}
