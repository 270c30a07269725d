package io.smartcrm.gateway.strategy;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.strategy.StrategyView.OfferView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/offers")
@Tag(name = "Strategies")
class CustomerOfferResource {
    private final StrategyClient strategies;

    CustomerOfferResource(StrategyClient strategies) {
        this.strategies = strategies;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "List what to show to a customer now",
            description = "Of one slot, or of all when it is absent.")
    public Uni<List<OfferView>> offers(@RestPath String id, @RestQuery @Nullable String slot) {
        return strategies.offers(id, Parameters.text(slot));
    }
}
