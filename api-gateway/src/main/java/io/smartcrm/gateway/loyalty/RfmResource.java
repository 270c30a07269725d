package io.smartcrm.gateway.loyalty;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "Loyalty")
class RfmResource {
    private final RfmClient rfm;

    RfmResource(RfmClient rfm) {
        this.rfm = rfm;
    }

    @GET
    @Path("/rfm-scores")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List RFM scores by customer id, of all customers or of one segment")
    public Uni<Page<RfmScoreView>> scores(
            @RestQuery @Nullable String segment,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return rfm.scores(Parameters.text(segment), Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/rfm-segments")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "The RFM segments in figures")
    public Uni<RfmSegments> segments() {
        return rfm.segments();
    }
}
