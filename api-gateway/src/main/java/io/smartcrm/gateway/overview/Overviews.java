package io.smartcrm.gateway.overview;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.PartOf;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.customer.CustomerClient;
import io.smartcrm.gateway.customer.CustomerView;
import io.smartcrm.gateway.http.MissingPart;
import io.smartcrm.gateway.loyalty.RfmClient;
import io.smartcrm.gateway.loyalty.RfmScoreView;
import io.smartcrm.gateway.order.OrderClient;
import io.smartcrm.gateway.order.OrderView;
import io.smartcrm.gateway.recommendation.RecommendationClient;
import io.smartcrm.gateway.recommendation.Recommendations;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Asks for all parts of a customer at once and makes the best of what comes in time. */
@ApplicationScoped
class Overviews {
    private static final int LAST_ORDERS = 10;
    private static final int RECOMMENDATIONS = 10;

    private final CustomerClient customers;
    private final OrderClient orders;
    private final RfmClient rfm;
    private final RecommendationClient recommendations;

    Overviews(CustomerClient customers, OrderClient orders, RfmClient rfm, RecommendationClient recommendations) {
        this.customers = customers;
        this.orders = orders;
        this.rfm = rfm;
        this.recommendations = recommendations;
    }

    Uni<OverviewView> of(String customerId) {
        return Uni.combine()
                .all()
                .unis(
                        Calls.partOf("customer", Service.CUSTOMER, customers.part(customerId)),
                        Calls.partOf("orders", Service.CUSTOMER, orders.part(customerId, LAST_ORDERS)),
                        Calls.partOf("rfmScore", Service.LOYALTY, rfm.part(customerId)),
                        Calls.partOf(
                                "recommendations",
                                Service.RECOMMEND,
                                recommendations.part(customerId, RECOMMENDATIONS)))
                .with(Overviews::joined);
    }

    private static OverviewView joined(
            PartOf<CustomerView> customer,
            PartOf<List<OrderView>> orders,
            PartOf<RfmScoreView> rfmScore,
            PartOf<Recommendations> recommendations) {
        customer.failure().filter(Overviews::decidesAll).ifPresent(failure -> {
            throw failure;
        });
        List<MissingPart> missing = Stream.of(customer, orders, rfmScore, recommendations)
                .flatMap(part -> part.missing().stream())
                .toList();
        if (missing.size() == 4) {
            throw new Failure(
                    Failure.Kind.UNAVAILABLE, "SERVICE_UNREACHABLE", "no service answers; try again in a moment");
        }
        return new OverviewView(
                customer.answer().orElse(null),
                orders.answer().orElse(null),
                rfmScore.answer().orElse(null),
                recommendations.answer().orElse(null),
                missing);
    }

    /** Without a customer there is no overview; a service that is down says nothing about the customer. */
    private static boolean decidesAll(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND, INVALID, UNAUTHENTICATED, DENIED -> true;
            case CONFLICT, STALE, TOO_LARGE, UNPROCESSABLE, BUSY, INTERNAL, UNAVAILABLE, TIMEOUT -> false;
        };
    }
}
