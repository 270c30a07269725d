package io.smartcrm.gateway.strategy;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.strategy.StrategyView.ActionRecordView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/strategy-actions")
@Tag(name = "Strategies")
class CustomerActionResource {
    private final StrategyClient strategies;

    CustomerActionResource(StrategyClient strategies) {
        this.strategies = strategies;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT})
    @Operation(summary = "List what strategies did for a customer, the newest first")
    public Uni<Page<ActionRecordView>> actions(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return strategies.customerActions(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
