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
class ValueResource {
    private final ValueClient values;

    ValueResource(ValueClient values) {
        this.values = values;
    }

    @GET
    @Path("/customer-values")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List customer values, the most valuable first")
    public Uni<Page<CustomerValueView>> values(
            @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return values.values(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/value-model")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "Read the models that values are made by",
            description =
                    "Parameters with intervals, and how the model tracks what happened. 404 before the first fit.")
    public Uni<ValueModelView> model() {
        return values.model();
    }
}
