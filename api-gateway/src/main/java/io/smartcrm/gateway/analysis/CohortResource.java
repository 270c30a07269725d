package io.smartcrm.gateway.analysis;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/cohorts")
@Tag(name = "Analysis")
class CohortResource {
    private final AnalysisClient analyses;

    CohortResource(AnalysisClient analyses) {
        this.analyses = analyses;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "List cohorts by the month of the first order",
            description = "Of each how many ordered in the months after, oldest first; the last 24 months when none"
                    + " are named, at most 120.")
    public Uni<List<CohortView>> list(@RestQuery @Nullable String fromMonth, @RestQuery @Nullable String toMonth) {
        return analyses.cohorts(Parameters.text(fromMonth), Parameters.text(toMonth));
    }
}
