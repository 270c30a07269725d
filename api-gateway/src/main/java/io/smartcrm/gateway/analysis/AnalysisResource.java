package io.smartcrm.gateway.analysis;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/customers/{id}/analysis")
@Tag(name = "Analysis")
class AnalysisResource {
    private final AnalysisClient analyses;

    AnalysisResource(AnalysisClient analyses) {
        this.analyses = analyses;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "Say how a customer buys",
            description = "Computed some seconds after the records change. 404 for a customer who never bought.")
    public Uni<AnalysisView> get(@RestPath String id) {
        return analyses.get(id);
    }
}
