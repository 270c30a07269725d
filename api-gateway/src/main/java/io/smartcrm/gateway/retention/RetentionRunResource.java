package io.smartcrm.gateway.retention;

import static io.smartcrm.gateway.http.Roles.ADMIN;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.retention.RetentionViews.RunView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/retention-runs/{id}")
@Tag(name = "Retention")
class RetentionRunResource {
    private final RetentionClient retention;

    RetentionRunResource(RetentionClient retention) {
        this.retention = retention;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read how far a run is")
    public Uni<RunView> run(@RestPath String id) {
        return retention.run(id);
    }

    @POST
    @Path("/cancel")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Stop a run", description = "What is done stays done.")
    public Uni<RunView> cancel(@RestPath String id) {
        return retention.cancel(id);
    }
}
