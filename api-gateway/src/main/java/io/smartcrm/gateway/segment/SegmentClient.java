package io.smartcrm.gateway.segment;

import com.google.protobuf.FieldMask;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.proto.customer.v1.CheckSegmentRequest;
import io.smartcrm.proto.customer.v1.CreateSegmentRequest;
import io.smartcrm.proto.customer.v1.DeleteSegmentRequest;
import io.smartcrm.proto.customer.v1.EvaluateSegmentRequest;
import io.smartcrm.proto.customer.v1.ExplainSegmentMembershipRequest;
import io.smartcrm.proto.customer.v1.GetSegmentRequest;
import io.smartcrm.proto.customer.v1.ListCustomerSegmentsRequest;
import io.smartcrm.proto.customer.v1.ListSegmentMembersRequest;
import io.smartcrm.proto.customer.v1.ListSegmentTermsRequest;
import io.smartcrm.proto.customer.v1.ListSegmentsRequest;
import io.smartcrm.proto.customer.v1.PreviewSegmentRequest;
import io.smartcrm.proto.customer.v1.Segment;
import io.smartcrm.proto.customer.v1.SegmentKind;
import io.smartcrm.proto.customer.v1.SegmentServiceGrpc;
import io.smartcrm.proto.customer.v1.UpdateSegmentRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Asks customer-service for segments. */
@ApplicationScoped
public class SegmentClient {
    private final Calls calls;

    SegmentClient(Calls calls) {
        this.calls = calls;
    }

    Uni<SegmentView> create(NewSegment wanted, String requestId) {
        var request = CreateSegmentRequest.newBuilder()
                .setSegment(Segment.newBuilder()
                        .setName(Parameters.text(wanted.name()))
                        .setDescription(Parameters.text(wanted.description()))
                        .setKind(kind(Parameters.text(wanted.kind())))
                        .setDefinition(Parameters.text(wanted.definition())))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, SegmentServiceGrpc.getCreateSegmentMethod(), request)
                .map(response -> view(response.getSegment()));
    }

    Uni<SegmentView> get(String id) {
        var request = GetSegmentRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getGetSegmentMethod(), request)
                .map(response -> view(response.getSegment()));
    }

    /** Whether there is such a segment; what is no id is none. */
    public Uni<Boolean> exists(String id) {
        return get(id).replaceWith(true)
                .onFailure(thrown -> thrown instanceof Failure failure && failure.kind() == Failure.Kind.NOT_FOUND)
                .recoverWithItem(false);
    }

    Uni<Page<SegmentView>> list(int pageSize, String pageToken) {
        var request = ListSegmentsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getListSegmentsMethod(), request)
                .map(response -> Page.of(response.getSegmentsList(), SegmentClient::view, response.getNextPageToken()));
    }

    Uni<SegmentView> update(String id, String etag, SegmentPatch patch) {
        Map<String, String> changes = patch.changes();
        var request = UpdateSegmentRequest.newBuilder()
                .setSegment(Segment.newBuilder()
                        .setId(id)
                        .setEtag(etag)
                        .setName(changes.getOrDefault("name", ""))
                        .setDescription(changes.getOrDefault("description", ""))
                        .setDefinition(changes.getOrDefault("definition", "")))
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(new TreeSet<>(changes.keySet())))
                .build();
        return calls.change(Service.CUSTOMER, SegmentServiceGrpc.getUpdateSegmentMethod(), request)
                .map(response -> view(response.getSegment()));
    }

    Uni<Void> delete(String id, String etag) {
        var request = DeleteSegmentRequest.newBuilder().setId(id).setEtag(etag).build();
        return calls.change(Service.CUSTOMER, SegmentServiceGrpc.getDeleteSegmentMethod(), request)
                .replaceWithVoid();
    }

    Uni<SegmentView> evaluate(String id) {
        var request = EvaluateSegmentRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, SegmentServiceGrpc.getEvaluateSegmentMethod(), request)
                .map(response -> view(response.getSegment()));
    }

    Uni<CheckView> check(String definition) {
        var request = CheckSegmentRequest.newBuilder().setDefinition(definition).build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getCheckSegmentMethod(), request)
                .map(response -> new CheckView(
                        response.getProblemsCount() == 0,
                        response.getProblemsList().stream()
                                .map(problem -> new CheckView.ProblemView(
                                        problem.getLine(),
                                        problem.getColumn(),
                                        problem.getMessage(),
                                        Messages.text(problem.getSuggestion())))
                                .toList(),
                        Messages.text(response.getFormatted()),
                        response.getCost(),
                        response.getChangesByTime()));
    }

    Uni<PreviewView> preview(String definition) {
        var request =
                PreviewSegmentRequest.newBuilder().setDefinition(definition).build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getPreviewSegmentMethod(), request)
                .map(response -> new PreviewView(
                        response.getCount(),
                        response.getExact(),
                        response.getLowest(),
                        response.getHighest(),
                        response.getCustomerCount()));
    }

    Uni<Page<MemberView>> members(String id, int pageSize, String pageToken) {
        var request = ListSegmentMembersRequest.newBuilder()
                .setId(id)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getListSegmentMembersMethod(), request)
                .map(response -> Page.of(
                        response.getMembersList(),
                        member -> new MemberView(
                                member.getCustomerId(), Messages.time(member.hasEnterTime(), member.getEnterTime())),
                        response.getNextPageToken()));
    }

    Uni<ExplanationView> explain(String id, String customerId) {
        var request = ExplainSegmentMembershipRequest.newBuilder()
                .setSegmentId(id)
                .setCustomerId(customerId)
                .build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getExplainSegmentMembershipMethod(), request)
                .map(response -> new ExplanationView(
                        response.getMember(),
                        response.getFulfilled(),
                        response.getDefinition(),
                        response.getClausesList().stream()
                                .map(clause -> new ExplanationView.ClauseView(
                                        clause.getText(),
                                        clause.getLine(),
                                        clause.getColumn(),
                                        clause.getFulfilled(),
                                        Messages.text(clause.getValue())))
                                .toList()));
    }

    Uni<List<SegmentView>> ofCustomer(String customerId) {
        var request = ListCustomerSegmentsRequest.newBuilder()
                .setCustomerId(customerId)
                .build();
        return calls.read(Service.CUSTOMER, SegmentServiceGrpc.getListCustomerSegmentsMethod(), request)
                .map(response -> response.getSegmentsList().stream()
                        .map(SegmentClient::view)
                        .toList());
    }

    Uni<List<TermView>> terms() {
        return calls.read(
                        Service.CUSTOMER,
                        SegmentServiceGrpc.getListSegmentTermsMethod(),
                        ListSegmentTermsRequest.getDefaultInstance())
                .map(response -> response.getTermsList().stream()
                        .map(term -> new TermView(
                                term.getName(),
                                term.getType(),
                                term.getDescription(),
                                term.getArgumentsList(),
                                term.getOperatorsList()))
                        .toList());
    }

    private static SegmentKind kind(String name) {
        return switch (name) {
            case "LIVE" -> SegmentKind.SEGMENT_KIND_LIVE;
            case "STATIC" -> SegmentKind.SEGMENT_KIND_STATIC;
            default -> throw Failure.invalid("kind", "'" + name + "' is neither LIVE nor STATIC");
        };
    }

    private static SegmentView view(Segment segment) {
        return new SegmentView(
                segment.getId(),
                segment.getName(),
                Messages.text(segment.getDescription()),
                Messages.name(segment.getKind()),
                segment.getDefinition(),
                segment.getDefinitionVersion(),
                Messages.name(segment.getState()),
                segment.getMemberCount(),
                Messages.time(segment.hasEvaluateTime(), segment.getEvaluateTime()),
                Messages.text(segment.getFailure()),
                Messages.time(segment.hasCreateTime(), segment.getCreateTime()),
                Messages.time(segment.hasUpdateTime(), segment.getUpdateTime()),
                segment.getEtag());
    }
}
