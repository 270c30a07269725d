package io.smartcrm.gateway.datajob;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a call that started a job. */
public final class AcceptedJob {
    private AcceptedJob() {}

    /** 202, with the job and where it is asked for. */
    public static RestResponse<DataJobView> of(DataJobView job) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .location(URI.create("/api/v1/data-jobs/" + job.id()))
                .build();
    }
}
