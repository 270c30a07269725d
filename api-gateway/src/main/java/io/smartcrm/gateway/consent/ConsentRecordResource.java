package io.smartcrm.gateway.consent;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/consent-records")
@Tag(name = "Consents")
class ConsentRecordResource {
    private final ConsentClient consents;

    ConsentRecordResource(ConsentClient consents) {
        this.consents = consents;
    }

    @GET
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(summary = "List all that a customer ever said, newest first, with its proof")
    public Uni<Page<ConsentView>> records(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return consents.records(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
