package io.smartcrm.gateway.vault;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.proto.customer.v1.GetVaultRequest;
import io.smartcrm.proto.customer.v1.RotateVaultKeyRequest;
import io.smartcrm.proto.customer.v1.Vault;
import io.smartcrm.proto.customer.v1.VaultServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks customer-service for its vault. */
@ApplicationScoped
class VaultClient {
    private final Calls calls;

    VaultClient(Calls calls) {
        this.calls = calls;
    }

    Uni<VaultView> get() {
        return calls.read(Service.CUSTOMER, VaultServiceGrpc.getGetVaultMethod(), GetVaultRequest.getDefaultInstance())
                .map(answer -> view(answer.getVault()));
    }

    Uni<VaultView> rotate(String requestId) {
        var request = RotateVaultKeyRequest.newBuilder().setRequestId(requestId).build();
        return calls.change(Service.CUSTOMER, VaultServiceGrpc.getRotateVaultKeyMethod(), request)
                .map(answer -> view(answer.getVault()));
    }

    private static VaultView view(Vault vault) {
        return new VaultView(
                vault.getKeyVersion(),
                vault.getKeyVersionsList(),
                vault.getDataKeyCount(),
                vault.getWaitingCount(),
                Messages.time(vault.hasRotationTime(), vault.getRotationTime()));
    }
}
