package io.smartcrm.gateway.vault;

import static io.smartcrm.gateway.http.Roles.ADMIN;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/vault")
@Tag(name = "Vault")
class VaultResource {
    private final VaultClient vault;

    VaultResource(VaultClient vault) {
        this.vault = vault;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read what protects personal data, and how far a rotation is")
    public Uni<VaultView> get() {
        return vault.get();
    }

    @POST
    @Path("/key-rotations")
    @RolesAllowed(ADMIN)
    @ResponseStatus(202)
    @APIResponseSchema(value = VaultView.class, responseCode = "202", responseDescription = "Goes on in the background")
    @Operation(summary = "Change the key-encryption key while everything goes on")
    public Uni<VaultView> rotate(@RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return vault.rotate(IdempotencyKey.required(idempotencyKey));
    }
}
