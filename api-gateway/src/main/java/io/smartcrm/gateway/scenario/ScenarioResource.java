package io.smartcrm.gateway.scenario;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Nothing is stored and nothing changes, so no Idempotency-Key is asked for. */
@Path("/api/v1/demand-scenarios")
@Tag(name = "Demand")
class ScenarioResource {
    private final ScenarioClient scenarios;

    ScenarioResource(ScenarioClient scenarios) {
        this.scenarios = scenarios;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "Compare what prices and promotions would sell",
            description =
                    "A regression learns from past sales what prices, promotions, holidays and the season are worth, and"
                            + " tells the futures apart by it. The plan must name past prices and promotions, too. Of the total when"
                            + " nothing is named.")
    public Uni<ScenarioView> compare(@Nullable ScenarioQuestion question) {
        return scenarios.compare(Parameters.body(question));
    }
}
