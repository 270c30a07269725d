package io.smartcrm.customer.supportcase;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.supportcase.CaseFigures.Measure;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.AddSupportCaseMessageRequest;
import io.smartcrm.proto.customer.v1.AddSupportCaseMessageResponse;
import io.smartcrm.proto.customer.v1.CreateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.CreateSupportCaseResponse;
import io.smartcrm.proto.customer.v1.GetSupportCaseFiguresRequest;
import io.smartcrm.proto.customer.v1.GetSupportCaseFiguresResponse;
import io.smartcrm.proto.customer.v1.GetSupportCaseRequest;
import io.smartcrm.proto.customer.v1.GetSupportCaseResponse;
import io.smartcrm.proto.customer.v1.ListSupportCaseMessagesRequest;
import io.smartcrm.proto.customer.v1.ListSupportCaseMessagesResponse;
import io.smartcrm.proto.customer.v1.ListSupportCasesRequest;
import io.smartcrm.proto.customer.v1.ListSupportCasesResponse;
import io.smartcrm.proto.customer.v1.SupportCaseAuthor;
import io.smartcrm.proto.customer.v1.SupportCaseFigures;
import io.smartcrm.proto.customer.v1.SupportCaseMessage;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseService;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.proto.customer.v1.UpdateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.UpdateSupportCaseResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases over gRPC. What was said leaves in answers only: remembered answers of commands are without it. */
@GrpcService
class SupportCaseGrpc implements SupportCaseService {
    private final SupportCases cases;
    private final CustomerScope scope;
    private final Database database;
    private final SecurityIdentity caller;

    SupportCaseGrpc(SupportCases cases, CustomerScope scope, Database database, SecurityIdentity caller) {
        this.cases = cases;
        this.scope = scope;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<CreateSupportCaseResponse> createSupportCase(CreateSupportCaseRequest request) {
        var wanted = request.getSupportCase();
        UUID customer = customer(wanted.getCustomerId());
        CaseParts parts = parts(wanted);
        String text = CaseText.lines("text", request.getText(), 0, 10_000);
        var visible = scope.visible();
        var created = once(
                request.getRequestId(),
                request,
                CreateSupportCaseResponse.parser(),
                connection -> CreateSupportCaseResponse.newBuilder()
                        .setSupportCase(SupportCaseEvents.wordless(
                                cases.create(connection, visible, customer, parts, text, writer())))
                        .build());
        var shown = created.toBuilder();
        shown.getSupportCaseBuilder().setSubject(parts.subject());
        return Uni.createFrom().item(shown.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetSupportCaseResponse> getSupportCase(GetSupportCaseRequest request) {
        return Uni.createFrom()
                .item(GetSupportCaseResponse.newBuilder()
                        .setSupportCase(get(request.getId()))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListSupportCasesResponse> listSupportCases(ListSupportCasesRequest request) {
        var query = CaseQuery.parse(
                request.getCustomerId(), request.getFilter(), request.getPageSize(), request.getPageToken());
        var visible = scope.visible();
        var page = database.transaction(connection -> cases.list(connection, visible, query));
        var response = ListSupportCasesResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(found -> response.addSupportCases(message(found)));
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<UpdateSupportCaseResponse> updateSupportCase(UpdateSupportCaseRequest request) {
        var wanted = request.getSupportCase();
        CaseId id = CaseId.parse(wanted.getId());
        CaseParts parts = parts(wanted);
        List<String> paths = List.copyOf(request.getUpdateMask().getPathsList());
        if (paths.contains("status") && wanted.getStatus() == SupportCaseStatus.SUPPORT_CASE_STATUS_UNSPECIFIED) {
            throw Failure.invalid("status", "is missing");
        }
        var visible = scope.visible();
        var updated = once(
                request.getRequestId(),
                request,
                UpdateSupportCaseResponse.parser(),
                connection -> UpdateSupportCaseResponse.newBuilder()
                        .setSupportCase(SupportCaseEvents.wordless(
                                cases.update(connection, visible, id, wanted.getEtag(), paths, parts)))
                        .build());
        var shown = updated.toBuilder();
        shown.getSupportCaseBuilder().setSubject(get(wanted.getId()).getSubject());
        return Uni.createFrom().item(shown.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<AddSupportCaseMessageResponse> addSupportCaseMessage(AddSupportCaseMessageRequest request) {
        CaseId id = CaseId.parse(request.getCaseId());
        CaseAuthor author = author(request.getAuthor());
        String text = CaseText.lines("text", request.getText(), 1, 10_000);
        var visible = scope.visible();
        var added = once(request.getRequestId(), request, AddSupportCaseMessageResponse.parser(), connection -> {
            var received = cases.receive(connection, visible, id, author, text, writer());
            return AddSupportCaseMessageResponse.newBuilder()
                    .setMessage(wordless(received.message()))
                    .setSupportCase(SupportCaseEvents.wordless(received.after()))
                    .build();
        });
        var shown = added.toBuilder();
        shown.getMessageBuilder().setText(text);
        shown.getSupportCaseBuilder().setSubject(get(request.getCaseId()).getSubject());
        return Uni.createFrom().item(shown.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<ListSupportCaseMessagesResponse> listSupportCaseMessages(ListSupportCaseMessagesRequest request) {
        CaseId id = CaseId.parse(request.getCaseId());
        int size = PageToken.pageSize(request.getPageSize());
        String query = "support-case-messages/" + id;
        int after = request.getPageToken().isEmpty() ? 0 : number(request.getPageToken(), query);
        var visible = scope.visible();
        var page =
                Page.of(database.transaction(connection -> cases.messages(connection, visible, id, after, size)), size);
        var response = ListSupportCaseMessagesResponse.newBuilder()
                .setNextPageToken(page.nextToken(
                        last -> PageToken.of(Integer.toString(last.number())).encode(query)));
        page.items().forEach(message -> response.addMessages(wordless(message).setText(message.text())));
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent"})
    public Uni<GetSupportCaseFiguresResponse> getSupportCaseFigures(GetSupportCaseFiguresRequest request) {
        Optional<LocalDate> from = day("fromDay", request.getFromDay());
        Optional<LocalDate> to = day("toDay", request.getToDay());
        var figures = database.transaction(connection -> cases.figures(connection, from, to));
        return Uni.createFrom()
                .item(GetSupportCaseFiguresResponse.newBuilder()
                        .setFigures(SupportCaseFigures.newBuilder()
                                .setRespondedCount(figures.count(Measure.FIRST_RESPONSE))
                                .setMedianFirstResponseMinutes(figures.median(Measure.FIRST_RESPONSE))
                                .setResolvedCount(figures.count(Measure.RESOLUTION))
                                .setMedianResolutionMinutes(figures.median(Measure.RESOLUTION))
                                .setRatedCount(figures.count(Measure.SATISFACTION))
                                .setMeanSatisfaction(figures.mean(Measure.SATISFACTION)))
                        .build());
    }

    private <T extends Message> T once(String requestId, Message request, Parser<T> parser, Database.Work<T> work) {
        return database.once(writer(), requestId, request, parser, work);
    }

    private String writer() {
        return caller.getPrincipal().getName();
    }

    private io.smartcrm.proto.customer.v1.SupportCase get(String id) {
        var visible = scope.visible();
        return message(database.transaction(connection -> cases.get(connection, visible, CaseId.parse(id))));
    }

    private static io.smartcrm.proto.customer.v1.SupportCase message(SupportCase found) {
        return SupportCaseEvents.wordless(found)
                .setSubject(found.parts().subject())
                .build();
    }

    private static SupportCaseMessage.Builder wordless(CaseMessage message) {
        return SupportCaseMessage.newBuilder()
                .setNumber(message.number())
                .setAuthor(SupportCaseEvents.message(message.author()))
                .setWrittenBy(message.writtenBy())
                .setSendTime(SupportCaseEvents.timestamp(message.sendTime()));
    }

    private static CaseParts parts(io.smartcrm.proto.customer.v1.SupportCase message) {
        return new CaseParts(
                status(message.getStatus()),
                priority(message.getPriority()),
                message.getChannel(),
                message.getSubject(),
                message.getTagsList(),
                message.getAssignee(),
                message.getSatisfaction());
    }

    private static CaseStatus status(SupportCaseStatus status) {
        return switch (status) {
            case SUPPORT_CASE_STATUS_UNSPECIFIED, SUPPORT_CASE_STATUS_NEW -> CaseStatus.NEW;
            case SUPPORT_CASE_STATUS_OPEN -> CaseStatus.OPEN;
            case SUPPORT_CASE_STATUS_PENDING -> CaseStatus.PENDING;
            case SUPPORT_CASE_STATUS_RESOLVED -> CaseStatus.RESOLVED;
            case SUPPORT_CASE_STATUS_CLOSED -> CaseStatus.CLOSED;
            case SUPPORT_CASE_STATUS_REOPENED -> CaseStatus.REOPENED;
            case UNRECOGNIZED -> throw Failure.invalid("status", "is not one we know");
        };
    }

    private static CasePriority priority(SupportCasePriority priority) {
        return switch (priority) {
            case SUPPORT_CASE_PRIORITY_LOW -> CasePriority.LOW;
            case SUPPORT_CASE_PRIORITY_UNSPECIFIED, SUPPORT_CASE_PRIORITY_NORMAL -> CasePriority.NORMAL;
            case SUPPORT_CASE_PRIORITY_HIGH -> CasePriority.HIGH;
            case SUPPORT_CASE_PRIORITY_URGENT -> CasePriority.URGENT;
            case UNRECOGNIZED -> throw Failure.invalid("priority", "is not one we know");
        };
    }

    private static CaseAuthor author(SupportCaseAuthor author) {
        return switch (author) {
            case SUPPORT_CASE_AUTHOR_CUSTOMER -> CaseAuthor.CUSTOMER;
            case SUPPORT_CASE_AUTHOR_AGENT -> CaseAuthor.AGENT;
            case SUPPORT_CASE_AUTHOR_NOTE -> CaseAuthor.NOTE;
            case SUPPORT_CASE_AUTHOR_UNSPECIFIED, UNRECOGNIZED ->
                throw Failure.invalid("author", "is not one of CUSTOMER, AGENT, NOTE");
        };
    }

    private static UUID customer(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("customerId", "'" + id + "' is not the id of a customer");
        }
    }

    private static Optional<LocalDate> day(String field, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException malformed) {
            throw Failure.invalid(field, "'" + text + "' is not a day such as 2026-01-31");
        }
    }

    private static int number(String token, String query) {
        try {
            return Integer.parseInt(PageToken.decode(token, query, 1).keys().get(0));
        } catch (NumberFormatException forged) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }
}
