package io.smartcrm.gateway.analysis;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.analysis.AnalysisView.BasketView;
import io.smartcrm.gateway.analysis.AnalysisView.PreferenceView;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.proto.customer.v1.Cohort;
import io.smartcrm.proto.customer.v1.CustomerAnalysis;
import io.smartcrm.proto.customer.v1.CustomerAnalysisServiceGrpc;
import io.smartcrm.proto.customer.v1.GetCustomerAnalysisRequest;
import io.smartcrm.proto.customer.v1.ListCohortsRequest;
import io.smartcrm.proto.customer.v1.Preference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks customer-service how customers buy. */
@ApplicationScoped
public class AnalysisClient {
    private final Calls calls;

    AnalysisClient(Calls calls) {
        this.calls = calls;
    }

    Uni<AnalysisView> get(String customerId) {
        var request = GetCustomerAnalysisRequest.newBuilder()
                .setCustomerId(customerId)
                .build();
        return calls.read(Service.CUSTOMER, CustomerAnalysisServiceGrpc.getGetCustomerAnalysisMethod(), request)
                .map(response -> view(response.getAnalysis()));
    }

    Uni<List<CohortView>> cohorts(String fromMonth, String toMonth) {
        var request = ListCohortsRequest.newBuilder()
                .setFromMonth(fromMonth)
                .setToMonth(toMonth)
                .build();
        return calls.read(Service.CUSTOMER, CustomerAnalysisServiceGrpc.getListCohortsMethod(), request)
                .map(response -> response.getCohortsList().stream()
                        .map(AnalysisClient::view)
                        .toList());
    }

    private static CohortView view(Cohort cohort) {
        return new CohortView(
                cohort.getMonth(),
                cohort.getCustomerCount(),
                cohort.getMonthsList().stream()
                        .map(month -> new CohortView.MonthView(
                                month.getOffset(), month.getCustomerCount(), month.getRetention()))
                        .toList());
    }

    private static AnalysisView view(CustomerAnalysis analysis) {
        return new AnalysisView(
                analysis.getCustomerId(),
                analysis.getOrderCount(),
                Messages.time(analysis.hasFirstOrderTime(), analysis.getFirstOrderTime()),
                Messages.time(analysis.hasLastOrderTime(), analysis.getLastOrderTime()),
                views(analysis.getCategoriesList()),
                views(analysis.getBrandsList()),
                views(analysis.getChannelsList()),
                views(analysis.getWeekdaysList()),
                views(analysis.getHoursList()),
                figure(analysis.hasPriceLevel(), analysis.getPriceLevel()),
                figure(analysis.hasCadenceDays(), analysis.getCadenceDays()),
                figure(analysis.hasCadenceChange(), analysis.getCadenceChange()),
                figure(analysis.hasLinesPerOrder(), analysis.getLinesPerOrder()),
                figure(analysis.hasPiecesPerOrder(), analysis.getPiecesPerOrder()),
                analysis.getBasketValuesList().stream()
                        .map(basket ->
                                new BasketView(basket.getCurrencyCode(), basket.getMean(), basket.getOrderCount()))
                        .toList(),
                figure(analysis.hasDiscountShare(), analysis.getDiscountShare()),
                figure(analysis.hasRefundRate(), analysis.getRefundRate()),
                figure(analysis.hasRefundedShare(), analysis.getRefundedShare()),
                figure(analysis.hasCaseSentiment(), analysis.getCaseSentiment()),
                Messages.time(analysis.hasComputeTime(), analysis.getComputeTime()));
    }

    private static List<PreferenceView> views(List<Preference> preferences) {
        return preferences.stream()
                .map(preference -> new PreferenceView(preference.getName(), preference.getShare()))
                .toList();
    }

    private static @Nullable Double figure(boolean present, double value) {
        return present ? Messages.finite(value) : null;
    }
}
