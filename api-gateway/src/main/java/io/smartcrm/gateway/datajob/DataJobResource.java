package io.smartcrm.gateway.datajob;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/data-jobs")
@Tag(name = "Data quality")
class DataJobResource {
    private final DataJobClient jobs;

    DataJobResource(DataJobClient jobs) {
        this.jobs = jobs;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "List jobs over all customers, newest first")
    public Uni<Page<DataJobView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return jobs.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "Read a job")
    public Uni<DataJobView> get(@RestPath String id) {
        return jobs.get(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Stop a job",
            description = "What is done stays done. Sending it twice stops it once, so it needs no Idempotency-Key.")
    public Uni<DataJobView> cancel(@RestPath String id) {
        return jobs.cancel(id);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Go on with a job that was cancelled or failed",
            description =
                    "It goes on where it stopped. Sending it twice resumes it once, so it needs no Idempotency-Key.")
    public Uni<DataJobView> resume(@RestPath String id) {
        return jobs.resume(id);
    }
}
