package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.GetVaultRequest;
import io.smartcrm.proto.customer.v1.GetVaultResponse;
import io.smartcrm.proto.customer.v1.RotateVaultKeyRequest;
import io.smartcrm.proto.customer.v1.RotateVaultKeyResponse;
import io.smartcrm.proto.customer.v1.Vault;
import io.smartcrm.proto.customer.v1.VaultServiceGrpc.VaultServiceImplBase;
import java.util.List;

/** A vault with a second key. */
final class FakeVault extends VaultServiceImplBase {
    private static final Vault VAULT = Vault.newBuilder()
            .setKeyVersion(2)
            .addAllKeyVersions(List.of(1, 2))
            .setDataKeyCount(10)
            .setWaitingCount(3)
            .build();

    @Override
    public void getVault(GetVaultRequest request, StreamObserver<GetVaultResponse> answer) {
        Ids.complete(answer, GetVaultResponse.newBuilder().setVault(VAULT).build());
    }

    @Override
    public void rotateVaultKey(RotateVaultKeyRequest request, StreamObserver<RotateVaultKeyResponse> answer) {
        Ids.complete(answer, RotateVaultKeyResponse.newBuilder().setVault(VAULT).build());
    }
}
