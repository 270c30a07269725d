package io.smartcrm.customer.privacy;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.consent.ProcessingLimit;
import io.smartcrm.customer.consent.ProcessingLimits;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.CustomerId;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.ErasureCount;
import io.smartcrm.proto.customer.v1.ErasureState;
import io.smartcrm.proto.customer.v1.GetErasureReceiptRequest;
import io.smartcrm.proto.customer.v1.GetErasureReceiptResponse;
import io.smartcrm.proto.customer.v1.GetErasureRequest;
import io.smartcrm.proto.customer.v1.GetErasureResponse;
import io.smartcrm.proto.customer.v1.GetProcessingLimitsRequest;
import io.smartcrm.proto.customer.v1.GetProcessingLimitsResponse;
import io.smartcrm.proto.customer.v1.ListErasuresRequest;
import io.smartcrm.proto.customer.v1.ListErasuresResponse;
import io.smartcrm.proto.customer.v1.PrivacyService;
import io.smartcrm.proto.customer.v1.RequestErasureRequest;
import io.smartcrm.proto.customer.v1.RequestErasureResponse;
import io.smartcrm.proto.customer.v1.UpdateProcessingLimitsRequest;
import io.smartcrm.proto.customer.v1.UpdateProcessingLimitsResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Limits of processing and erasures over gRPC. Everything runs on worker threads. */
@GrpcService
@Blocking
class PrivacyGrpc implements PrivacyService {
    private static final String ERASURES = "erasures";

    private final Erasures erasures;
    private final ProcessingLimits limits;
    private final Database database;
    private final CustomerScope scope;
    private final SecurityIdentity caller;
    private final Clock clock = Clock.systemUTC();

    PrivacyGrpc(
            Erasures erasures,
            ProcessingLimits limits,
            Database database,
            CustomerScope scope,
            SecurityIdentity caller) {
        this.erasures = erasures;
        this.limits = limits;
        this.database = database;
        this.scope = scope;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetProcessingLimitsResponse> getProcessingLimits(GetProcessingLimitsRequest request) {
        UUID customer = CustomerId.parse(request.getCustomerId()).value();
        var visible = scope.visible();
        ProcessingLimit limit = database.transaction(connection -> {
            CustomerScope.check(connection, visible, customer);
            return limits.of(connection, customer);
        });
        return Uni.createFrom()
                .item(GetProcessingLimitsResponse.newBuilder()
                        .setLimits(message(limit))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "agent"})
    public Uni<UpdateProcessingLimitsResponse> updateProcessingLimits(UpdateProcessingLimitsRequest request) {
        var told = request.getLimits();
        var wanted = new ProcessingLimit(
                CustomerId.parse(told.getCustomerId()).value(),
                told.getRestricted(),
                told.getNotByProfile(),
                told.getReason(),
                clock.instant(),
                0);
        var visible = scope.visible();
        ProcessingLimit changed = database.transaction(connection -> {
            CustomerScope.check(connection, visible, wanted.customerId());
            return limits.update(connection, wanted, told.getEtag());
        });
        return Uni.createFrom()
                .item(UpdateProcessingLimitsResponse.newBuilder()
                        .setLimits(message(changed))
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<RequestErasureResponse> requestErasure(RequestErasureRequest request) {
        UUID customer = CustomerId.parse(request.getCustomerId()).value();
        String principal = caller.getPrincipal().getName();
        var response = database.once(
                principal, request.getRequestId(), request, RequestErasureResponse.parser(), connection -> {
                    UUID id = erasures.request(connection, customer, request.getReason(), principal);
                    Erasure erasure = new ErasureTable(connection).find(id).orElseThrow();
                    return RequestErasureResponse.newBuilder()
                            .setErasure(message(erasure))
                            .build();
                });
        erasures.remember(UUID.fromString(response.getErasure().getId()));
        return Uni.createFrom().item(response);
    }

    @Override
    @RolesAllowed("admin")
    public Uni<GetErasureResponse> getErasure(GetErasureRequest request) {
        Erasure erasure = erasures.get(erasureId(request.getId()));
        return Uni.createFrom()
                .item(GetErasureResponse.newBuilder()
                        .setErasure(message(erasure))
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<ListErasuresResponse> listErasures(ListErasuresRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), ERASURES));
        List<Erasure> found = erasures.list(after, size + 1);
        var response = ListErasuresResponse.newBuilder();
        found.stream().limit(size).map(PrivacyGrpc::message).forEach(response::addErasures);
        if (found.size() > size) {
            Erasure last = found.get(size - 1);
            response.setNextPageToken(new TimePosition(last.requestTime(), last.id()).encode(ERASURES));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<GetErasureReceiptResponse> getErasureReceipt(GetErasureReceiptRequest request) {
        ErasureReceipt receipt = erasures.receipt(erasureId(request.getId()));
        return Uni.createFrom()
                .item(GetErasureReceiptResponse.newBuilder()
                        .setReceipt(receipt.json())
                        .setHash(receipt.hash())
                        .build());
    }

    private static UUID erasureId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("erasure", text);
        }
    }

    private static io.smartcrm.proto.customer.v1.ProcessingLimits message(ProcessingLimit limit) {
        var message = io.smartcrm.proto.customer.v1.ProcessingLimits.newBuilder()
                .setCustomerId(limit.customerId().toString())
                .setRestricted(limit.restricted())
                .setNotByProfile(limit.notByProfile())
                .setReason(limit.reason())
                .setEtag(Long.toString(limit.version()));
        return limit.version() == 0
                ? message.build()
                : message.setUpdateTime(timestamp(limit.updateTime())).build();
    }

    private static io.smartcrm.proto.customer.v1.Erasure message(Erasure erasure) {
        var message = io.smartcrm.proto.customer.v1.Erasure.newBuilder()
                .setId(erasure.id().toString())
                .setCustomerId(erasure.customerId().toString())
                .setReason(erasure.reason())
                .setState(
                        erasure.isComplete() ? ErasureState.ERASURE_STATE_COMPLETE : ErasureState.ERASURE_STATE_RUNNING)
                .setRequestTime(timestamp(erasure.requestTime()))
                .setRequestedBy(erasure.requestedBy())
                .addAllWaitingServices(erasure.waiting());
        erasure.completeTime().map(PrivacyGrpc::timestamp).ifPresent(message::setCompleteTime);
        erasure.counts()
                .forEach(count -> message.addCounts(ErasureCount.newBuilder()
                        .setService(count.service())
                        .setPart(count.part())
                        .setRecords(count.records())));
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
