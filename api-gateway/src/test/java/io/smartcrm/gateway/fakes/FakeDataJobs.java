package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CancelDataJobRequest;
import io.smartcrm.proto.customer.v1.CancelDataJobResponse;
import io.smartcrm.proto.customer.v1.DataJob;
import io.smartcrm.proto.customer.v1.DataJobKind;
import io.smartcrm.proto.customer.v1.DataJobServiceGrpc.DataJobServiceImplBase;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.GetDataJobRequest;
import io.smartcrm.proto.customer.v1.GetDataJobResponse;
import io.smartcrm.proto.customer.v1.ListDataJobsRequest;
import io.smartcrm.proto.customer.v1.ListDataJobsResponse;
import io.smartcrm.proto.customer.v1.ResumeDataJobRequest;
import io.smartcrm.proto.customer.v1.ResumeDataJobResponse;

/** One job that runs. */
final class FakeDataJobs extends DataJobServiceImplBase {
    @Override
    public void getDataJob(GetDataJobRequest request, StreamObserver<GetDataJobResponse> answer) {
        Ids.answer(
                "data job",
                request.getId(),
                answer,
                () -> GetDataJobResponse.newBuilder()
                        .setJob(job(DataJobKind.DATA_JOB_KIND_CLEANING, DataJobState.DATA_JOB_STATE_RUNNING))
                        .build());
    }

    @Override
    public void listDataJobs(ListDataJobsRequest request, StreamObserver<ListDataJobsResponse> answer) {
        Ids.complete(
                answer,
                ListDataJobsResponse.newBuilder()
                        .addJobs(job(DataJobKind.DATA_JOB_KIND_CLEANING, DataJobState.DATA_JOB_STATE_RUNNING))
                        .build());
    }

    @Override
    public void cancelDataJob(CancelDataJobRequest request, StreamObserver<CancelDataJobResponse> answer) {
        Ids.answer(
                "data job",
                request.getId(),
                answer,
                () -> CancelDataJobResponse.newBuilder()
                        .setJob(job(DataJobKind.DATA_JOB_KIND_CLEANING, DataJobState.DATA_JOB_STATE_CANCELLED))
                        .build());
    }

    @Override
    public void resumeDataJob(ResumeDataJobRequest request, StreamObserver<ResumeDataJobResponse> answer) {
        Ids.answer(
                "data job",
                request.getId(),
                answer,
                () -> ResumeDataJobResponse.newBuilder()
                        .setJob(job(DataJobKind.DATA_JOB_KIND_CLEANING, DataJobState.DATA_JOB_STATE_WAITING))
                        .build());
    }

    static DataJob job(DataJobKind kind, DataJobState state) {
        return DataJob.newBuilder()
                .setId(Ids.KNOWN)
                .setKind(kind)
                .setState(state)
                .setDone(3)
                .setTotal(7)
                .putCounts("changed", 2)
                .build();
    }
}
