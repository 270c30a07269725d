package io.smartcrm.gateway.consent;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/consents")
@Tag(name = "Consents")
class ConsentBatchResource {
    private final ConsentClient consents;

    ConsentBatchResource(ConsentClient consents) {
        this.consents = consents;
    }

    @POST
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "Record what many customers said", description = "At most 1,000, all or none.")
    public Uni<NewConsent.BatchResult> recordBatch(
            NewConsent.@Nullable Batch batch, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return consents.record(Parameters.body(batch), IdempotencyKey.required(idempotencyKey));
    }
}
