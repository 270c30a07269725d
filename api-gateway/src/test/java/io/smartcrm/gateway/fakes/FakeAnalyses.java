package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.BasketValue;
import io.smartcrm.proto.customer.v1.Cohort;
import io.smartcrm.proto.customer.v1.CohortMonth;
import io.smartcrm.proto.customer.v1.CustomerAnalysis;
import io.smartcrm.proto.customer.v1.CustomerAnalysisServiceGrpc.CustomerAnalysisServiceImplBase;
import io.smartcrm.proto.customer.v1.GetCustomerAnalysisRequest;
import io.smartcrm.proto.customer.v1.GetCustomerAnalysisResponse;
import io.smartcrm.proto.customer.v1.ListCohortsRequest;
import io.smartcrm.proto.customer.v1.ListCohortsResponse;
import io.smartcrm.proto.customer.v1.Preference;

/** A customer of whom little is known, and the cohort of the month asked for. */
final class FakeAnalyses extends CustomerAnalysisServiceImplBase {
    @Override
    public void getCustomerAnalysis(
            GetCustomerAnalysisRequest request, StreamObserver<GetCustomerAnalysisResponse> answer) {
        var analysis = CustomerAnalysis.newBuilder()
                .setCustomerId(request.getCustomerId())
                .setOrderCount(2)
                .setLastOrderTime(Timestamps.fromMillis(1_700_000_000_000L))
                .addCategories(Preference.newBuilder().setName("Home/Mugs").setShare(0.75))
                .addBasketValues(BasketValue.newBuilder()
                        .setCurrencyCode("EUR")
                        .setMean("12.50")
                        .setOrderCount(2))
                .setRefundRate(0);
        Ids.answer(
                "analysis",
                request.getCustomerId(),
                answer,
                () -> GetCustomerAnalysisResponse.newBuilder()
                        .setAnalysis(analysis)
                        .build());
    }

    @Override
    public void listCohorts(ListCohortsRequest request, StreamObserver<ListCohortsResponse> answer) {
        var cohort = Cohort.newBuilder()
                .setMonth(request.getFromMonth() + "-01")
                .setCustomerCount(4)
                .addMonths(CohortMonth.newBuilder().setCustomerCount(4).setRetention(1))
                .addMonths(CohortMonth.newBuilder()
                        .setOffset(1)
                        .setCustomerCount(1)
                        .setRetention(0.25));
        Ids.complete(answer, ListCohortsResponse.newBuilder().addCohorts(cohort).build());
    }
}
