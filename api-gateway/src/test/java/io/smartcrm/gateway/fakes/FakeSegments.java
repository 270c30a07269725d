package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
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
import io.smartcrm.proto.customer.v1.Segment;
import io.smartcrm.proto.customer.v1.SegmentClause;
import io.smartcrm.proto.customer.v1.SegmentKind;
import io.smartcrm.proto.customer.v1.SegmentMember;
import io.smartcrm.proto.customer.v1.SegmentProblem;
import io.smartcrm.proto.customer.v1.SegmentServiceGrpc.SegmentServiceImplBase;
import io.smartcrm.proto.customer.v1.SegmentState;
import io.smartcrm.proto.customer.v1.SegmentTerm;
import io.smartcrm.proto.customer.v1.UpdateSegmentRequest;
import io.smartcrm.proto.customer.v1.UpdateSegmentResponse;
import io.smartcrm.wire.Failure;
import java.util.List;

/** One segment at version 1; a definition with a question mark is wrong. */
final class FakeSegments extends SegmentServiceImplBase {
    @Override
    public void createSegment(CreateSegmentRequest request, StreamObserver<CreateSegmentResponse> answer) {
        if (request.getSegment().getDefinition().contains("?")) {
            answer.onError(new Failure(
                            Failure.Kind.INVALID,
                            "INVALID_SEGMENT",
                            "definition: line 1, column 1: no",
                            List.of(new Failure.Violation("definition", "line 1, column 1: no")))
                    .toStatus());
            return;
        }
        var segment = request.getSegment().toBuilder()
                .setId(Ids.KNOWN)
                .setState(SegmentState.SEGMENT_STATE_WAITING)
                .setEtag("1");
        Ids.complete(
                answer, CreateSegmentResponse.newBuilder().setSegment(segment).build());
    }

    @Override
    public void getSegment(GetSegmentRequest request, StreamObserver<GetSegmentResponse> answer) {
        if (request.getId().length() != Ids.KNOWN.length()) {
            answer.onError(Failure.notFound("segment", request.getId()).toStatus());
            return;
        }
        Ids.answer(
                "segment",
                request.getId(),
                answer,
                () -> GetSegmentResponse.newBuilder().setSegment(segment()).build());
    }

    @Override
    public void listSegments(ListSegmentsRequest request, StreamObserver<ListSegmentsResponse> answer) {
        Ids.complete(
                answer, ListSegmentsResponse.newBuilder().addSegments(segment()).build());
    }

    @Override
    public void updateSegment(UpdateSegmentRequest request, StreamObserver<UpdateSegmentResponse> answer) {
        if (!request.getSegment().getEtag().equals("1")) {
            answer.onError(stale());
            return;
        }
        var changed = segment().toBuilder().setEtag("2");
        if (request.getUpdateMask().getPathsList().contains("definition")) {
            changed.setDefinition(request.getSegment().getDefinition());
        }
        Ids.complete(
                answer, UpdateSegmentResponse.newBuilder().setSegment(changed).build());
    }

    @Override
    public void deleteSegment(DeleteSegmentRequest request, StreamObserver<DeleteSegmentResponse> answer) {
        if (request.getEtag().equals("1")) {
            Ids.complete(answer, DeleteSegmentResponse.getDefaultInstance());
        } else {
            answer.onError(stale());
        }
    }

    @Override
    public void evaluateSegment(EvaluateSegmentRequest request, StreamObserver<EvaluateSegmentResponse> answer) {
        Ids.complete(
                answer,
                EvaluateSegmentResponse.newBuilder().setSegment(segment()).build());
    }

    @Override
    public void checkSegment(CheckSegmentRequest request, StreamObserver<CheckSegmentResponse> answer) {
        var response = CheckSegmentResponse.newBuilder();
        if (request.getDefinition().contains("?")) {
            response.addProblems(SegmentProblem.newBuilder()
                    .setLine(1)
                    .setColumn(3)
                    .setMessage("no")
                    .setSuggestion("country"));
        } else {
            response.setFormatted(request.getDefinition()).setCost(6);
        }
        Ids.complete(answer, response.build());
    }

    @Override
    public void previewSegment(PreviewSegmentRequest request, StreamObserver<PreviewSegmentResponse> answer) {
        Ids.complete(
                answer,
                PreviewSegmentResponse.newBuilder()
                        .setCount(120)
                        .setLowest(100)
                        .setHighest(140)
                        .setCustomerCount(1000)
                        .build());
    }

    @Override
    public void listSegmentMembers(
            ListSegmentMembersRequest request, StreamObserver<ListSegmentMembersResponse> answer) {
        var member = SegmentMember.newBuilder()
                .setCustomerId(Ids.KNOWN)
                .setEnterTime(Timestamps.fromMillis(1_700_000_000_000L));
        Ids.complete(
                answer,
                ListSegmentMembersResponse.newBuilder()
                        .addMembers(member)
                        .setNextPageToken("next")
                        .build());
    }

    @Override
    public void explainSegmentMembership(
            ExplainSegmentMembershipRequest request, StreamObserver<ExplainSegmentMembershipResponse> answer) {
        var clause = SegmentClause.newBuilder()
                .setText("country = 'FR'")
                .setLine(1)
                .setColumn(1)
                .setValue("DE");
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> ExplainSegmentMembershipResponse.newBuilder()
                        .setDefinition("country = 'FR'")
                        .addClauses(clause)
                        .build());
    }

    @Override
    public void listCustomerSegments(
            ListCustomerSegmentsRequest request, StreamObserver<ListCustomerSegmentsResponse> answer) {
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> ListCustomerSegmentsResponse.newBuilder()
                        .addSegments(segment())
                        .build());
    }

    @Override
    public void listSegmentTerms(ListSegmentTermsRequest request, StreamObserver<ListSegmentTermsResponse> answer) {
        var term = SegmentTerm.newBuilder()
                .setName("orders.count")
                .setType("NUMBER")
                .setDescription("sales")
                .addArguments("last")
                .addOperators(">");
        Ids.complete(
                answer, ListSegmentTermsResponse.newBuilder().addTerms(term).build());
    }

    private static StatusRuntimeException stale() {
        return new Failure(Failure.Kind.STALE, "STALE_ETAG", "was changed meanwhile; read it again").toStatus();
    }

    private static Segment segment() {
        return Segment.newBuilder()
                .setId(Ids.KNOWN)
                .setName("French")
                .setKind(SegmentKind.SEGMENT_KIND_LIVE)
                .setDefinition("country = 'FR'")
                .setDefinitionVersion(1)
                .setState(SegmentState.SEGMENT_STATE_READY)
                .setMemberCount(7)
                .setEtag("1")
                .build();
    }
}
