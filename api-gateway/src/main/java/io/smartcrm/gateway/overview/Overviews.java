package io.smartcrm.gateway.overview;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.PartOf;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.customer.CustomerClient;
import io.smartcrm.gateway.customer.CustomerView;
import io.smartcrm.gateway.http.MissingPart;
import io.smartcrm.gateway.loyalty.AssessmentClient;
import io.smartcrm.gateway.loyalty.AssessmentView;
import io.smartcrm.gateway.loyalty.RfmClient;
import io.smartcrm.gateway.loyalty.RfmScoreView;
import io.smartcrm.gateway.order.OrderClient;
import io.smartcrm.gateway.order.OrderView;
import io.smartcrm.gateway.recommendation.RecommendationClient;
import io.smartcrm.gateway.recommendation.Recommendations;
import io.smartcrm.gateway.strategy.StrategyClient;
import io.smartcrm.gateway.strategy.StrategyView.OfferView;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks for all parts of a customer at once and makes the best of what comes in time. */
@ApplicationScoped
class Overviews {
    private static final int LAST_ORDERS = 10;
    private static final int RECOMMENDATIONS = 10;

    private final CustomerClient customers;
    private final OrderClient orders;
    private final RfmClient rfm;
    private final AssessmentClient assessments;
    private final RecommendationClient recommendations;
    private final StrategyClient strategies;

    Overviews(
            CustomerClient customers,
            OrderClient orders,
            RfmClient rfm,
            AssessmentClient assessments,
            RecommendationClient recommendations,
            StrategyClient strategies) {
        this.customers = customers;
        this.orders = orders;
        this.rfm = rfm;
        this.assessments = assessments;
        this.recommendations = recommendations;
        this.strategies = strategies;
    }

    Uni<OverviewView> of(String customerId) {
        return Uni.combine()
                .all()
                .unis(
                        Calls.partOf("customer", Service.CUSTOMER, customers.part(customerId)),
                        Calls.partOf("orders", Service.CUSTOMER, orders.part(customerId, LAST_ORDERS)),
                        Calls.partOf("rfmScore", Service.LOYALTY, rfm.part(customerId)),
                        Calls.partOf("assessment", Service.LOYALTY, assessments.part(customerId)),
                        Calls.partOf(
                                "recommendations",
                                Service.RECOMMEND,
                                recommendations.part(customerId, RECOMMENDATIONS)),
                        Calls.partOf("offers", Service.LOYALTY, strategies.offersPart(customerId)))
                .with(Overviews::joined);
    }

    private static OverviewView joined(
            PartOf<CustomerView> customer,
            PartOf<List<OrderView>> orders,
            PartOf<RfmScoreView> rfmScore,
            PartOf<AssessmentView> assessment,
            PartOf<Recommendations> recommendations,
            PartOf<List<OfferView>> offers) {
        customer.failure().filter(Overviews::decidesAll).ifPresent(failure -> {
            throw failure;
        });
        List<PartOf<?>> parts = List.of(customer, orders, rfmScore, assessment, recommendations, offers);
        List<MissingPart> missing =
                parts.stream().flatMap(part -> part.missing().stream()).toList();
        if (missing.size() == parts.size()) {
            throw new Failure(
                    Failure.Kind.UNAVAILABLE, "SERVICE_UNREACHABLE", "no service answers; try again in a moment");
        }
        return new OverviewView(
                customer.answer().orElse(null),
                orders.answer().orElse(null),
                rfmScore.answer().orElse(null),
                assessment.answer().orElse(null),
                recommendations.answer().orElse(null),
                offers.answer().orElse(null),
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
