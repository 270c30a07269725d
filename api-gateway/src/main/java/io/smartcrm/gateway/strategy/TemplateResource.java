package io.smartcrm.gateway.strategy;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.strategy.StrategyView.TemplateView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/strategy-templates")
@Tag(name = "Strategies")
class TemplateResource {
    private final StrategyClient strategies;

    TemplateResource(StrategyClient strategies) {
        this.strategies = strategies;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "List strategies to begin with", description = "Their definitions can be sent as they are.")
    public Uni<List<TemplateView>> templates() {
        return strategies.templates();
    }
}
