package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CleaningFieldPreview;
import io.smartcrm.proto.customer.v1.CleaningPreview;
import io.smartcrm.proto.customer.v1.CleaningSample;
import io.smartcrm.proto.customer.v1.CleaningServiceGrpc.CleaningServiceImplBase;
import io.smartcrm.proto.customer.v1.DataJobKind;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.PreviewCleaningRequest;
import io.smartcrm.proto.customer.v1.PreviewCleaningResponse;
import io.smartcrm.proto.customer.v1.StartCleaningRequest;
import io.smartcrm.proto.customer.v1.StartCleaningResponse;
import io.smartcrm.proto.customer.v1.UndoCleaningRequest;
import io.smartcrm.proto.customer.v1.UndoCleaningResponse;

/** A preview of the fields that were asked for, and jobs. */
final class FakeCleanings extends CleaningServiceImplBase {
    @Override
    public void previewCleaning(PreviewCleaningRequest request, StreamObserver<PreviewCleaningResponse> answer) {
        var preview = CleaningPreview.newBuilder().setCustomers(9);
        request.getRulesList()
                .forEach(rules -> preview.addFields(CleaningFieldPreview.newBuilder()
                        .setField(rules.getField())
                        .setChanged(rules.getRulesCount())
                        .addSamples(CleaningSample.newBuilder()
                                .setCustomerId(Ids.KNOWN)
                                .setBefore("ada")
                                .setAfter("Ada"))));
        Ids.complete(
                answer, PreviewCleaningResponse.newBuilder().setPreview(preview).build());
    }

    @Override
    public void startCleaning(StartCleaningRequest request, StreamObserver<StartCleaningResponse> answer) {
        Ids.complete(
                answer,
                StartCleaningResponse.newBuilder()
                        .setJob(FakeDataJobs.job(
                                DataJobKind.DATA_JOB_KIND_CLEANING, DataJobState.DATA_JOB_STATE_WAITING))
                        .build());
    }

    @Override
    public void undoCleaning(UndoCleaningRequest request, StreamObserver<UndoCleaningResponse> answer) {
        Ids.answer(
                "data job",
                request.getId(),
                answer,
                () -> UndoCleaningResponse.newBuilder()
                        .setJob(FakeDataJobs.job(
                                DataJobKind.DATA_JOB_KIND_CLEANING_UNDO, DataJobState.DATA_JOB_STATE_WAITING))
                        .build());
    }
}
