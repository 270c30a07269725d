package io.smartcrm.customer.job;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.proto.customer.v1.CancelDataJobRequest;
import io.smartcrm.proto.customer.v1.CancelDataJobResponse;
import io.smartcrm.proto.customer.v1.DataJob;
import io.smartcrm.proto.customer.v1.DataJobKind;
import io.smartcrm.proto.customer.v1.DataJobService;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.GetDataJobRequest;
import io.smartcrm.proto.customer.v1.GetDataJobResponse;
import io.smartcrm.proto.customer.v1.ListDataJobsRequest;
import io.smartcrm.proto.customer.v1.ListDataJobsResponse;
import io.smartcrm.proto.customer.v1.ResumeDataJobRequest;
import io.smartcrm.proto.customer.v1.ResumeDataJobResponse;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs over gRPC; everything runs on worker threads. */
@GrpcService
public class JobGrpc implements DataJobService {
    private static final String QUERY = "data-jobs";

    private final Jobs jobs;

    JobGrpc(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<GetDataJobResponse> getDataJob(GetDataJobRequest request) {
        Job job = jobs.get(Job.parseId(request.getId()));
        return Uni.createFrom()
                .item(GetDataJobResponse.newBuilder().setJob(message(job)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<ListDataJobsResponse> listDataJobs(ListDataJobsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), QUERY));
        List<Job> found = jobs.list(after, size);
        var response = ListDataJobsResponse.newBuilder();
        found.stream().limit(size).map(JobGrpc::message).forEach(response::addJobs);
        if (found.size() > size) {
            Job last = found.get(size - 1);
            response.setNextPageToken(new TimePosition(last.createTime(), last.id()).encode(QUERY));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<CancelDataJobResponse> cancelDataJob(CancelDataJobRequest request) {
        Job job = jobs.cancel(Job.parseId(request.getId()));
        return Uni.createFrom()
                .item(CancelDataJobResponse.newBuilder().setJob(message(job)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<ResumeDataJobResponse> resumeDataJob(ResumeDataJobRequest request) {
        Job job = jobs.resume(Job.parseId(request.getId()));
        return Uni.createFrom()
                .item(ResumeDataJobResponse.newBuilder().setJob(message(job)).build());
    }

    /** A job as every service that starts one answers it. */
    public static DataJob message(Job job) {
        var message = DataJob.newBuilder()
                .setId(job.id().toString())
                .setKind(DataJobKind.valueOf("DATA_JOB_KIND_" + job.kind().name()))
                .setState(DataJobState.valueOf("DATA_JOB_STATE_" + job.state().name()))
                .setDone(job.done())
                .setTotal(job.total())
                .putAllCounts(job.counts())
                .setCreateTime(timestamp(job.createTime()))
                .setFailure(job.failure());
        job.startTime().map(JobGrpc::timestamp).ifPresent(message::setStartTime);
        job.endTime().map(JobGrpc::timestamp).ifPresent(message::setEndTime);
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
