package io.smartcrm.gateway.datajob;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.CancelDataJobRequest;
import io.smartcrm.proto.customer.v1.DataJob;
import io.smartcrm.proto.customer.v1.DataJobServiceGrpc;
import io.smartcrm.proto.customer.v1.GetDataJobRequest;
import io.smartcrm.proto.customer.v1.ListDataJobsRequest;
import io.smartcrm.proto.customer.v1.ResumeDataJobRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks customer-service for jobs. */
@ApplicationScoped
public class DataJobClient {
    private final Calls calls;

    DataJobClient(Calls calls) {
        this.calls = calls;
    }

    Uni<DataJobView> get(String id) {
        var request = GetDataJobRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, DataJobServiceGrpc.getGetDataJobMethod(), request)
                .map(response -> view(response.getJob()));
    }

    Uni<Page<DataJobView>> list(int pageSize, String pageToken) {
        var request = ListDataJobsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, DataJobServiceGrpc.getListDataJobsMethod(), request)
                .map(response -> Page.of(response.getJobsList(), DataJobClient::view, response.getNextPageToken()));
    }

    Uni<DataJobView> cancel(String id) {
        var request = CancelDataJobRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, DataJobServiceGrpc.getCancelDataJobMethod(), request)
                .map(response -> view(response.getJob()));
    }

    Uni<DataJobView> resume(String id) {
        var request = ResumeDataJobRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, DataJobServiceGrpc.getResumeDataJobMethod(), request)
                .map(response -> view(response.getJob()));
    }

    /** The job that another client's call started. */
    public static DataJobView view(DataJob job) {
        return new DataJobView(
                job.getId(),
                Messages.name(job.getKind()),
                Messages.name(job.getState()),
                job.getDone(),
                job.getTotal(),
                job.getCountsMap(),
                Messages.time(job.hasCreateTime(), job.getCreateTime()),
                Messages.time(job.hasStartTime(), job.getStartTime()),
                Messages.time(job.hasEndTime(), job.getEndTime()),
                Messages.text(job.getFailure()));
    }
}
