package io.smartcrm.gateway.interaction;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A class of its own, as JAX-RS looks for a path only in the class whose path is the longest that fits. */
@Path("/api/v1/customers/{id}/interactions")
@Tag(name = "Interactions")
class CustomerInteractionResource {
    private final InteractionClient interactions;

    CustomerInteractionResource(InteractionClient interactions) {
        this.interactions = interactions;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List a customer's interactions, newest first", description = InteractionResource.FILTERS)
    public Uni<Page<InteractionView>> listOfCustomer(
            @RestPath String id,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter) {
        return interactions.list(
                id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken), Parameters.text(filter));
    }
}
