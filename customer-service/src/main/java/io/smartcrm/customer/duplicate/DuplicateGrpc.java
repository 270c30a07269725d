package io.smartcrm.customer.duplicate;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.job.Job;
import io.smartcrm.customer.job.JobGrpc;
import io.smartcrm.customer.matching.Thresholds;
import io.smartcrm.customer.merging.Merge;
import io.smartcrm.customer.merging.MergeGrpc;
import io.smartcrm.proto.customer.v1.AcceptDuplicateRequest;
import io.smartcrm.proto.customer.v1.AcceptDuplicateResponse;
import io.smartcrm.proto.customer.v1.DuplicateService;
import io.smartcrm.proto.customer.v1.FindDuplicatesRequest;
import io.smartcrm.proto.customer.v1.FindDuplicatesResponse;
import io.smartcrm.proto.customer.v1.ListDuplicatesRequest;
import io.smartcrm.proto.customer.v1.ListDuplicatesResponse;
import io.smartcrm.proto.customer.v1.RejectDuplicateRequest;
import io.smartcrm.proto.customer.v1.RejectDuplicateResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pairs that may be one customer, over gRPC; everything runs on worker threads. */
@GrpcService
class DuplicateGrpc implements DuplicateService {
    private static final double ABOVE_ALL = 2;

    private final Duplicates duplicates;
    private final SecurityIdentity caller;

    DuplicateGrpc(Duplicates duplicates, SecurityIdentity caller) {
        this.duplicates = duplicates;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<FindDuplicatesResponse> findDuplicates(FindDuplicatesRequest request) {
        var usual = Thresholds.USUAL;
        var parameters = new SearchParameters(
                new Thresholds(
                        request.getMergeFrom() == 0 ? usual.merge() : request.getMergeFrom(),
                        request.getReviewFrom() == 0 ? usual.review() : request.getReviewFrom()),
                request.getAutoMerge(),
                request.getAttribute(),
                MergeGrpc.survivorship(request.getSurvivorship()));
        Job job = duplicates.search(parameters, caller.getPrincipal().getName(), request.getRequestId());
        return Uni.createFrom()
                .item(FindDuplicatesResponse.newBuilder()
                        .setJob(JobGrpc.message(job))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<ListDuplicatesResponse> listDuplicates(ListDuplicatesRequest request) {
        DuplicateState state = state(request.getState());
        String query = "duplicates/" + state;
        int size = PageToken.pageSize(request.getPageSize());
        double probability = ABOVE_ALL;
        UUID id = new UUID(0, 0);
        if (!request.getPageToken().isEmpty()) {
            var keys = PageToken.decode(request.getPageToken(), query, 2).keys();
            try {
                probability = Double.parseDouble(keys.get(0));
                id = UUID.fromString(keys.get(1));
            } catch (IllegalArgumentException forged) {
                throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
            }
        }
        List<Duplicate> found = duplicates.list(state, probability, id, size);
        var response = ListDuplicatesResponse.newBuilder();
        found.stream().limit(size).map(DuplicateGrpc::message).forEach(response::addDuplicates);
        if (found.size() > size) {
            Duplicate last = found.get(size - 1);
            response.setNextPageToken(
                    PageToken.of(Double.toString(last.probability()), last.id().toString())
                            .encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<AcceptDuplicateResponse> acceptDuplicate(AcceptDuplicateRequest request) {
        Optional<UUID> winner = request.getWinnerId().isEmpty()
                ? Optional.empty()
                : Optional.of(Merge.parseCustomer(request.getWinnerId()));
        Duplicate pair = duplicates.accept(
                Duplicate.parseId(request.getId()),
                winner,
                MergeGrpc.survivorship(request.getSurvivorship()),
                caller.getPrincipal().getName());
        return Uni.createFrom()
                .item(AcceptDuplicateResponse.newBuilder()
                        .setDuplicate(message(pair))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<RejectDuplicateResponse> rejectDuplicate(RejectDuplicateRequest request) {
        Duplicate pair = duplicates.reject(
                Duplicate.parseId(request.getId()), caller.getPrincipal().getName());
        return Uni.createFrom()
                .item(RejectDuplicateResponse.newBuilder()
                        .setDuplicate(message(pair))
                        .build());
    }

    private static DuplicateState state(io.smartcrm.proto.customer.v1.DuplicateState state) {
        return switch (state) {
            case DUPLICATE_STATE_UNSPECIFIED, DUPLICATE_STATE_OPEN -> DuplicateState.OPEN;
            case DUPLICATE_STATE_CERTAIN -> DuplicateState.CERTAIN;
            case DUPLICATE_STATE_MERGED -> DuplicateState.MERGED;
            case DUPLICATE_STATE_REJECTED -> DuplicateState.REJECTED;
            case UNRECOGNIZED -> throw Failure.invalid("state", "is not one of: OPEN, CERTAIN, MERGED, REJECTED");
        };
    }

    private static io.smartcrm.proto.customer.v1.Duplicate message(Duplicate pair) {
        var agreement = pair.agreement();
        var message = io.smartcrm.proto.customer.v1.Duplicate.newBuilder()
                .setId(pair.id().toString())
                .setFirstCustomerId(pair.first().toString())
                .setSecondCustomerId(pair.second().toString())
                .setState(io.smartcrm.proto.customer.v1.DuplicateState.valueOf(
                        "DUPLICATE_STATE_" + pair.state().name()))
                .setProbability(pair.probability())
                .setWeight(pair.weight())
                .putAllAgreement(Map.of(
                        "name", agreement.name().name(),
                        "email", agreement.email().name(),
                        "phone", agreement.phone().name(),
                        "country", agreement.country().name(),
                        "attribute", agreement.trait().name()))
                .setFindTime(timestamp(pair.findTime()));
        pair.decideTime().map(DuplicateGrpc::timestamp).ifPresent(message::setDecideTime);
        pair.mergeId().map(UUID::toString).ifPresent(message::setMergeId);
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
