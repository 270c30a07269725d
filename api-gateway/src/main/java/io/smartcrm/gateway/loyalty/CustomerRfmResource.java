package io.smartcrm.gateway.loyalty;

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

@Path("/api/v1/customers/{id}/rfm-score")
@Tag(name = "Loyalty")
class CustomerRfmResource {
    private final RfmClient rfm;

    CustomerRfmResource(RfmClient rfm) {
        this.rfm = rfm;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Read a customer's RFM score", description = "404 for a customer who never bought.")
    public Uni<RfmScoreView> score(@RestPath String id) {
        return rfm.score(id);
    }
}
