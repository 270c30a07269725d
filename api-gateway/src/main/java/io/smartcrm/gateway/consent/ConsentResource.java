package io.smartcrm.gateway.consent;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/consents")
@Tag(name = "Consents")
class ConsentResource {
    private final ConsentClient consents;

    ConsentResource(ConsentClient consents) {
        this.consents = consents;
    }

    @POST
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(
            summary = "Record what a customer allows or withdraws",
            description =
                    "Answers what is valid after it: a word older than the known one goes into the history alone.")
    public Uni<ConsentView> record(
            @RestPath String id,
            @Nullable NewConsent said,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return consents.record(id, Parameters.body(said), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List what a customer allows now, by purpose and channel")
    public Uni<Page<ConsentView>> valid(@RestPath String id) {
        return consents.valid(id);
    }
}
