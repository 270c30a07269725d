package io.smartcrm.gateway.loyalty;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
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

    @GET
    @Path("/rfm-migrations")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "Between which segments customers moved",
            description = "All customers are scored by their orders before each of the two times.")
    public Uni<RfmMigrationView> migration(
            @RestQuery @Nullable String fromTime, @RestQuery @Nullable String untilTime) {
        return rfm.migration(time("fromTime", fromTime), time("untilTime", untilTime));
    }

    private static Instant time(String name, @Nullable String text) {
        try {
            return Instant.parse(Parameters.text(text));
        } catch (DateTimeException malformed) {
            throw Failure.invalid(name, "'" + Parameters.text(text) + "' is not a time such as 2026-03-04T05:06:07Z");
        }
    }
}
