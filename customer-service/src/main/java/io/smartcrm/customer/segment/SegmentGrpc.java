package io.smartcrm.customer.segment;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.CheckSegmentRequest;
import io.smartcrm.proto.customer.v1.CheckSegmentResponse;
import io.smartcrm.proto.customer.v1.CreateSegmentRequest;
import io.smartcrm.proto.customer.v1.CreateSegmentResponse;
import io.smartcrm.proto.customer.v1.DeleteSegmentRequest;
import io.smartcrm.proto.customer.v1.DeleteSegmentResponse;
import io.smartcrm.proto.customer.v1.EvaluateSegmentRequest;
import io.smartcrm.proto.customer.v1.EvaluateSegmentResponse;
import io.smartcrm.proto.customer.v1.ExplainSegmentMembershipRequest;
import io.smartcrm.proto.customer.v1.ExplainSegmentMembershipResponse;
import io.smartcrm.proto.customer.v1.GetSegmentRequest;
import io.smartcrm.proto.customer.v1.GetSegmentResponse;
import io.smartcrm.proto.customer.v1.ListCustomerSegmentsRequest;
import io.smartcrm.proto.customer.v1.ListCustomerSegmentsResponse;
import io.smartcrm.proto.customer.v1.ListSegmentMembersRequest;
import io.smartcrm.proto.customer.v1.ListSegmentMembersResponse;
import io.smartcrm.proto.customer.v1.ListSegmentTermsRequest;
import io.smartcrm.proto.customer.v1.ListSegmentTermsResponse;
import io.smartcrm.proto.customer.v1.ListSegmentsRequest;
import io.smartcrm.proto.customer.v1.ListSegmentsResponse;
import io.smartcrm.proto.customer.v1.PreviewSegmentRequest;
import io.smartcrm.proto.customer.v1.PreviewSegmentResponse;
import io.smartcrm.proto.customer.v1.SegmentService;
import io.smartcrm.proto.customer.v1.UpdateSegmentRequest;
import io.smartcrm.proto.customer.v1.UpdateSegmentResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Segments over gRPC. Everything reads or writes, so everything runs on worker threads. */
@GrpcService
class SegmentGrpc implements SegmentService {
    private static final Set<String> CHANGEABLE = Set.of("name", "description", "definition");
    private static final String SEGMENTS = "segments";

    private final Segments segments;
    private final Database database;
    private final CustomerScope scope;
    private final SecurityIdentity caller;

    SegmentGrpc(Segments segments, Database database, CustomerScope scope, SecurityIdentity caller) {
        this.segments = segments;
        this.database = database;
        this.scope = scope;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<CreateSegmentResponse> createSegment(CreateSegmentRequest request) {
        var wanted = request.getSegment();
        var texts = new Segment.Texts(wanted.getName(), wanted.getDescription());
        SegmentKind kind = kind(wanted.getKind());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        CreateSegmentResponse.parser(),
                        connection -> CreateSegmentResponse.newBuilder()
                                .setSegment(message(segments.create(connection, texts, kind, wanted.getDefinition())))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetSegmentResponse> getSegment(GetSegmentRequest request) {
        Segment segment = segments.get(SegmentId.parse(request.getId()));
        return Uni.createFrom()
                .item(GetSegmentResponse.newBuilder()
                        .setSegment(message(segment))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListSegmentsResponse> listSegments(ListSegmentsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), SEGMENTS));
        List<Segment> found = segments.list(after, size);
        var response = ListSegmentsResponse.newBuilder();
        found.stream().limit(size).map(SegmentGrpc::message).forEach(response::addSegments);
        if (found.size() > size) {
            Segment last = found.get(size - 1);
            response.setNextPageToken(
                    new TimePosition(last.createTime(), last.id().value()).encode(SEGMENTS));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<UpdateSegmentResponse> updateSegment(UpdateSegmentRequest request) {
        List<String> mask = request.getUpdateMask().getPathsList();
        if (mask.isEmpty() || !CHANGEABLE.containsAll(mask)) {
            throw Failure.invalid("updateMask", mask + " must name one or more of name, description, definition");
        }
        var wanted = request.getSegment();
        Segment changed = segments.update(
                SegmentId.parse(wanted.getId()),
                wanted.getEtag(),
                Optional.of(wanted.getName()).filter(name -> mask.contains("name")),
                Optional.of(wanted.getDescription()).filter(description -> mask.contains("description")),
                Optional.of(wanted.getDefinition()).filter(definition -> mask.contains("definition")));
        return Uni.createFrom()
                .item(UpdateSegmentResponse.newBuilder()
                        .setSegment(message(changed))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<DeleteSegmentResponse> deleteSegment(DeleteSegmentRequest request) {
        segments.delete(SegmentId.parse(request.getId()), request.getEtag());
        return Uni.createFrom().item(DeleteSegmentResponse.getDefaultInstance());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<EvaluateSegmentResponse> evaluateSegment(EvaluateSegmentRequest request) {
        Segment segment = segments.evaluate(SegmentId.parse(request.getId()));
        return Uni.createFrom()
                .item(EvaluateSegmentResponse.newBuilder()
                        .setSegment(message(segment))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<CheckSegmentResponse> checkSegment(CheckSegmentRequest request) {
        return Uni.createFrom().item(LanguageGrpc.response(segments.check(request.getDefinition())));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<PreviewSegmentResponse> previewSegment(PreviewSegmentRequest request) {
        Preview preview = segments.preview(request.getDefinition());
        return Uni.createFrom()
                .item(PreviewSegmentResponse.newBuilder()
                        .setCount(preview.count())
                        .setExact(preview.exact())
                        .setLowest(preview.lowest())
                        .setHighest(preview.highest())
                        .setCustomerCount(preview.customers())
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListSegmentMembersResponse> listSegmentMembers(ListSegmentMembersRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        SegmentId id = SegmentId.parse(request.getId());
        String query = "segment-members/" + id;
        Optional<UUID> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(UUID.fromString(PageToken.decode(request.getPageToken(), query, 1)
                        .keys()
                        .get(0)));
        List<MemberTable.Member> found = segments.members(id, after, size);
        var response = ListSegmentMembersResponse.newBuilder();
        found.stream()
                .limit(size)
                .forEach(member -> response.addMembersBuilder()
                        .setCustomerId(member.customer().toString())
                        .setEnterTime(timestamp(member.enterTime())));
        if (found.size() > size) {
            String last = found.get(size - 1).customer().toString();
            response.setNextPageToken(PageToken.of(last).encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent"})
    public Uni<ExplainSegmentMembershipResponse> explainSegmentMembership(ExplainSegmentMembershipRequest request) {
        Explanation explanation = segments.explain(
                SegmentId.parse(request.getSegmentId()), customer(request.getCustomerId()), scope.visible());
        return Uni.createFrom().item(LanguageGrpc.response(explanation));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListCustomerSegmentsResponse> listCustomerSegments(ListCustomerSegmentsRequest request) {
        var response = ListCustomerSegmentsResponse.newBuilder();
        segments.ofCustomer(customer(request.getCustomerId()), scope.visible()).stream()
                .map(SegmentGrpc::message)
                .forEach(response::addSegments);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListSegmentTermsResponse> listSegmentTerms(ListSegmentTermsRequest request) {
        return Uni.createFrom().item(LanguageGrpc.terms());
    }

    private static UUID customer(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("customer", id);
        }
    }

    private static SegmentKind kind(io.smartcrm.proto.customer.v1.SegmentKind kind) {
        return switch (kind) {
            case SEGMENT_KIND_LIVE -> SegmentKind.LIVE;
            case SEGMENT_KIND_STATIC -> SegmentKind.STATIC;
            case SEGMENT_KIND_UNSPECIFIED, UNRECOGNIZED -> throw Failure.invalid("kind", "must be LIVE or STATIC");
        };
    }

    private static io.smartcrm.proto.customer.v1.Segment message(Segment segment) {
        var message = io.smartcrm.proto.customer.v1.Segment.newBuilder()
                .setId(segment.id().toString())
                .setName(segment.texts().name())
                .setDescription(segment.texts().description())
                .setKind(
                        switch (segment.kind()) {
                            case LIVE -> io.smartcrm.proto.customer.v1.SegmentKind.SEGMENT_KIND_LIVE;
                            case STATIC -> io.smartcrm.proto.customer.v1.SegmentKind.SEGMENT_KIND_STATIC;
                        })
                .setDefinition(segment.definition())
                .setDefinitionVersion(segment.definitionVersion())
                .setState(state(segment.state()))
                .setMemberCount(segment.memberCount())
                .setFailure(segment.failure())
                .setCreateTime(timestamp(segment.createTime()))
                .setUpdateTime(timestamp(segment.updateTime()))
                .setEtag(segment.etag());
        segment.evaluateTime().map(SegmentGrpc::timestamp).ifPresent(message::setEvaluateTime);
        return message.build();
    }

    private static io.smartcrm.proto.customer.v1.SegmentState state(SegmentState state) {
        return switch (state) {
            case WAITING -> io.smartcrm.proto.customer.v1.SegmentState.SEGMENT_STATE_WAITING;
            case READY -> io.smartcrm.proto.customer.v1.SegmentState.SEGMENT_STATE_READY;
            case FAILED -> io.smartcrm.proto.customer.v1.SegmentState.SEGMENT_STATE_FAILED;
            case DELETED -> io.smartcrm.proto.customer.v1.SegmentState.SEGMENT_STATE_UNSPECIFIED;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
