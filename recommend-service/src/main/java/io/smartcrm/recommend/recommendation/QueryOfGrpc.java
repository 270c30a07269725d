package io.smartcrm.recommend.recommendation;

import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.recommend.catalog.ProductFilter;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.Optional;

/** Reads a query off the wire, and writes where its next page begins. */
final class QueryOfGrpc {
    private QueryOfGrpc() {}

    static Query of(RecommendRequest request) {
        Query first = new Query(
                scenario(request.getScenario()),
                request.getCustomerId(),
                request.getProductIdsList(),
                Limits.size(request.getPageSize()),
                0,
                request.getExcludeBought(),
                filter(request.getFilter()),
                new Rules(
                        request.getRules().getExcludeProductIdsList(),
                        request.getRules().getPinnedProductIdsList(),
                        request.getRules().getMostPerCategory(),
                        request.getRules().getDiversity()));
        return request.getPageToken().isEmpty() ? first : first.from(offset(request.getPageToken(), first));
    }

    private static int offset(String token, Query query) {
        try {
            return Integer.parseInt(
                    PageToken.decode(token, query.fingerprint(), 1).keys().get(0));
        } catch (NumberFormatException malformed) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    static String nextPageToken(Query query, Answer answer) {
        return answer.next().isEmpty()
                ? ""
                : PageToken.of(Integer.toString(answer.next().getAsInt())).encode(query.fingerprint());
    }

    private static ProductFilter filter(io.smartcrm.proto.recommend.v1.ProductFilter filter) {
        return new ProductFilter(
                Optional.of(filter.getCategory()).filter(category -> !category.isEmpty()),
                Optional.of(filter.getBrand()).filter(brand -> !brand.isEmpty()),
                filter.hasLowestPrice() ? Optional.of(filter.getLowestPrice()) : Optional.empty(),
                filter.hasHighestPrice() ? Optional.of(filter.getHighestPrice()) : Optional.empty());
    }

    private static Scenario scenario(io.smartcrm.proto.recommend.v1.Scenario scenario) {
        return switch (scenario) {
            case SCENARIO_UNSPECIFIED, SCENARIO_FOR_CUSTOMER -> Scenario.FOR_CUSTOMER;
            case SCENARIO_BUY_AGAIN -> Scenario.BUY_AGAIN;
            case SCENARIO_NEXT_IN_SESSION -> Scenario.NEXT_IN_SESSION;
            case SCENARIO_WITH_BASKET -> Scenario.WITH_BASKET;
            case SCENARIO_TRENDING -> Scenario.TRENDING;
            case SCENARIO_NEW_ARRIVALS -> Scenario.NEW_ARRIVALS;
            case SCENARIO_POPULAR -> Scenario.POPULAR;
            case SCENARIO_EMAIL -> Scenario.EMAIL;
            case SCENARIO_KNOWLEDGE_GRAPH -> Scenario.KNOWLEDGE_GRAPH;
            case UNRECOGNIZED -> throw Failure.invalid("scenario", "is unknown");
        };
    }
}
