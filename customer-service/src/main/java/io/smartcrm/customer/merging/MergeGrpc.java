package io.smartcrm.customer.merging;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.proto.customer.v1.GetMergeRequest;
import io.smartcrm.proto.customer.v1.GetMergeResponse;
import io.smartcrm.proto.customer.v1.ListMergesRequest;
import io.smartcrm.proto.customer.v1.ListMergesResponse;
import io.smartcrm.proto.customer.v1.MergeCustomersRequest;
import io.smartcrm.proto.customer.v1.MergeCustomersResponse;
import io.smartcrm.proto.customer.v1.MergeService;
import io.smartcrm.proto.customer.v1.MergeState;
import io.smartcrm.proto.customer.v1.SurvivorshipRule;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import io.smartcrm.proto.customer.v1.UndoMergeResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Merges over gRPC; everything runs on worker threads. */
@GrpcService
public class MergeGrpc implements MergeService {
    private final Merges merges;
    private final SecurityIdentity caller;

    MergeGrpc(Merges merges, SecurityIdentity caller) {
        this.merges = merges;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<MergeCustomersResponse> mergeCustomers(MergeCustomersRequest request) {
        Merge merge = merges.merge(
                Merge.parseCustomer(request.getWinnerId()),
                Merge.parseCustomer(request.getLoserId()),
                survivorship(request.getSurvivorship()),
                caller.getPrincipal().getName(),
                request.getRequestId());
        return Uni.createFrom()
                .item(MergeCustomersResponse.newBuilder()
                        .setMerge(message(merge))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<UndoMergeResponse> undoMerge(UndoMergeRequest request) {
        Merge merge = merges.undo(Merge.parseId(request.getId()));
        return Uni.createFrom()
                .item(UndoMergeResponse.newBuilder().setMerge(message(merge)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<GetMergeResponse> getMerge(GetMergeRequest request) {
        Merge merge = merges.get(Merge.parseId(request.getId()));
        return Uni.createFrom()
                .item(GetMergeResponse.newBuilder().setMerge(message(merge)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<ListMergesResponse> listMerges(ListMergesRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        String query = "merges/" + request.getCustomerId();
        Optional<UUID> customer = request.getCustomerId().isEmpty()
                ? Optional.empty()
                : Optional.of(Merge.parseCustomer(request.getCustomerId()));
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), query));
        List<Merge> found = merges.list(customer, after, size);
        var response = ListMergesResponse.newBuilder();
        found.stream().limit(size).map(MergeGrpc::message).forEach(response::addMerges);
        if (found.size() > size) {
            Merge last = found.get(size - 1);
            response.setNextPageToken(new TimePosition(last.mergeTime(), last.id()).encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    /** The rules of a message, the usual ones where it names none. */
    public static Survivorship survivorship(io.smartcrm.proto.customer.v1.Survivorship message) {
        Survivorship usual = Survivorship.USUAL;
        return new Survivorship(
                rule("name", message.getName(), usual.name()),
                rule("email", message.getEmail(), usual.email()),
                rule("phone", message.getPhone(), usual.phone()),
                rule("country", message.getCountry(), usual.country()),
                message.getSourcesList());
    }

    private static FieldRule rule(String field, SurvivorshipRule rule, FieldRule usual) {
        return switch (rule) {
            case SURVIVORSHIP_RULE_UNSPECIFIED -> usual;
            case SURVIVORSHIP_RULE_MOST_RECENT -> FieldRule.MOST_RECENT;
            case SURVIVORSHIP_RULE_MOST_COMPLETE -> FieldRule.MOST_COMPLETE;
            case SURVIVORSHIP_RULE_SOURCE_PRIORITY -> FieldRule.SOURCE_PRIORITY;
            case SURVIVORSHIP_RULE_WINNER -> FieldRule.WINNER;
            case UNRECOGNIZED -> throw Failure.invalid("survivorship." + field, "is a rule we do not know");
        };
    }

    private static io.smartcrm.proto.customer.v1.Merge message(Merge merge) {
        var message = io.smartcrm.proto.customer.v1.Merge.newBuilder()
                .setId(merge.id().toString())
                .setWinnerId(merge.winner().toString())
                .setLoserId(merge.loser().toString())
                .setState(merge.undoTime().isPresent() ? MergeState.MERGE_STATE_UNDONE : MergeState.MERGE_STATE_MERGED)
                .addAllTakenFields(merge.takenFields())
                .putAllMoved(merge.moved())
                .setMergeTime(timestamp(merge.mergeTime()));
        merge.undoTime().map(MergeGrpc::timestamp).ifPresent(message::setUndoTime);
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
