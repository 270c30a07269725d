package io.smartcrm.gateway.overview;

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

@Path("/api/v1/customers/{id}/overview")
@Tag(name = "Customers")
class OverviewResource {
    private final Overviews overviews;

    OverviewResource(Overviews overviews) {
        this.overviews = overviews;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "All that is known of a customer, in one answer",
            description = "Profile, last orders, RFM score, assessment, recommendations and offers. "
                    + "A part that cannot be had in time is named in partial.")
    public Uni<OverviewView> get(@RestPath String id) {
        return overviews.of(id);
    }
}
