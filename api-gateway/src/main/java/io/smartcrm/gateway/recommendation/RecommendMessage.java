package io.smartcrm.gateway.recommendation;

import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.proto.recommend.v1.ProductFilter;
import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.proto.recommend.v1.RecommendationRules;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.wire.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query in the words of recommend-service. */
final class RecommendMessage {
    private RecommendMessage() {}

    static RecommendRequest of(RecommendationQuery query) {
        return RecommendRequest.newBuilder()
                .setScenario(Messages.constant(Scenario.class, "scenario", query.scenario))
                .setCustomerId(Parameters.text(query.customerId))
                .addAllProductIds(Parameters.list(query.productIds))
                .setPageSize(Parameters.whole("pageSize", query.pageSize))
                .setPageToken(Parameters.text(query.pageToken))
                .setExcludeBought(Parameters.flag("excludeBought", query.excludeBought))
                .setFilter(filter(query))
                .setRules(RecommendationRules.newBuilder()
                        .addAllExcludeProductIds(Parameters.list(query.exclude))
                        .addAllPinnedProductIds(Parameters.list(query.pinned))
                        .setMostPerCategory(Parameters.whole("mostPerCategory", query.mostPerCategory))
                        .setDiversity(number("diversity", query.diversity).orElse(0.0)))
                .build();
    }

    private static ProductFilter filter(RecommendationQuery query) {
        ProductFilter.Builder filter = ProductFilter.newBuilder()
                .setCategory(lastLevel(Parameters.text(query.category)))
                .setBrand(Parameters.text(query.brand));
        number("lowestPrice", query.lowestPrice).ifPresent(filter::setLowestPrice);
        number("highestPrice", query.highestPrice).ifPresent(filter::setHighestPrice);
        return filter.build();
    }

    /** A category is told from the root, joined by slashes, or by the name of a level alone. */
    private static String lastLevel(String category) {
        int slash = category.lastIndexOf(" / ");
        return slash < 0 ? category : category.substring(slash + 3);
    }

    static Optional<Double> number(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException malformed) {
            throw Failure.invalid(name, "'" + text + "' is not a number");
        }
    }
}
