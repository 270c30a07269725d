package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.CreateDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.CreateDemandPlanEntryResponse;
import io.smartcrm.proto.forecast.v1.DeleteDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.DeleteDemandPlanEntryResponse;
import io.smartcrm.proto.forecast.v1.DemandPlanEntry;
import io.smartcrm.proto.forecast.v1.DemandPlanServiceGrpc.DemandPlanServiceImplBase;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.ListDemandPlanEntriesRequest;
import io.smartcrm.proto.forecast.v1.ListDemandPlanEntriesResponse;
import io.smartcrm.proto.forecast.v1.PlannedPrice;

/** What is created comes back; of each scope a price is listed. */
final class FakeDemandPlan extends DemandPlanServiceImplBase {
    @Override
    public void createDemandPlanEntry(
            CreateDemandPlanEntryRequest request, StreamObserver<CreateDemandPlanEntryResponse> answer) {
        Ids.complete(
                answer,
                CreateDemandPlanEntryResponse.newBuilder()
                        .setEntry(request.getEntry().toBuilder().setId("new").setUserName("anna"))
                        .build());
    }

    @Override
    public void listDemandPlanEntries(
            ListDemandPlanEntriesRequest request, StreamObserver<ListDemandPlanEntriesResponse> answer) {
        DemandScope scope = request.hasScope()
                ? request.getScope()
                : DemandScope.newBuilder().setCategory("any").build();
        Ids.complete(
                answer,
                ListDemandPlanEntriesResponse.newBuilder()
                        .addEntries(DemandPlanEntry.newBuilder()
                                .setId("one")
                                .setScope(scope)
                                .setPrice(PlannedPrice.newBuilder()
                                        .setFirstDay("2011-12-01")
                                        .setPrice(2.5)))
                        .setNextPageToken("more")
                        .build());
    }

    @Override
    public void deleteDemandPlanEntry(
            DeleteDemandPlanEntryRequest request, StreamObserver<DeleteDemandPlanEntryResponse> answer) {
        Ids.complete(answer, DeleteDemandPlanEntryResponse.getDefaultInstance());
    }
}
