package io.smartcrm.customer.vault;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.outbox.CommandLog;
import io.smartcrm.proto.customer.v1.GetVaultRequest;
import io.smartcrm.proto.customer.v1.GetVaultResponse;
import io.smartcrm.proto.customer.v1.RotateVaultKeyRequest;
import io.smartcrm.proto.customer.v1.RotateVaultKeyResponse;
import io.smartcrm.proto.customer.v1.VaultService;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The vault over gRPC. */
@GrpcService
class VaultGrpc implements VaultService {
    private final KeyRotation rotation;
    private final CommandLog commands;
    private final SecurityIdentity caller;

    VaultGrpc(KeyRotation rotation, CommandLog commands, SecurityIdentity caller) {
        this.rotation = rotation;
        this.commands = commands;
        this.caller = caller;
    }

    @Override
    @RolesAllowed("admin")
    public Uni<GetVaultResponse> getVault(GetVaultRequest request) {
        return onWorker(rotation::progress)
                .map(progress -> GetVaultResponse.newBuilder()
                        .setVault(message(progress))
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<RotateVaultKeyResponse> rotateVaultKey(RotateVaultKeyRequest request) {
        String principal = caller.getPrincipal().getName();
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> commands.once(
                        session,
                        principal,
                        request.getRequestId(),
                        request,
                        RotateVaultKeyResponse.parser(),
                        () -> onWorker(rotation::rotate)
                                .map(progress -> RotateVaultKeyResponse.newBuilder()
                                        .setVault(message(progress))
                                        .build()))));
    }

    /** And back where the call came from, as its session demands. */
    private static <T> Uni<T> onWorker(Callable<T> work) {
        Context context = requireNonNull(Vertx.currentContext(), "not within a call");
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (RuntimeException failed) {
                        throw failed;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private static io.smartcrm.proto.customer.v1.Vault message(KeyRotation.Progress progress) {
        var message = io.smartcrm.proto.customer.v1.Vault.newBuilder()
                .setKeyVersion(progress.version())
                .addAllKeyVersions(
                        IntStream.rangeClosed(1, progress.version()).boxed().toList())
                .setDataKeyCount(progress.keys())
                .setWaitingCount(progress.waiting());
        if (progress.version() > 1) {
            var since = progress.since();
            message.setRotationTime(
                    Timestamp.newBuilder().setSeconds(since.getEpochSecond()).setNanos(since.getNano()));
        }
        return message.build();
    }
}
