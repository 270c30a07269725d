package io.smartcrm.gateway.supportcase;

import static io.smartcrm.gateway.http.Parameters.text;

import com.google.protobuf.FieldMask;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.supportcase.NewSupportCase.NewMessage;
import io.smartcrm.gateway.supportcase.SupportCaseView.Added;
import io.smartcrm.gateway.supportcase.SupportCaseView.Figures;
import io.smartcrm.gateway.supportcase.SupportCaseView.MessageView;
import io.smartcrm.proto.customer.v1.AddSupportCaseMessageRequest;
import io.smartcrm.proto.customer.v1.CreateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.GetSupportCaseFiguresRequest;
import io.smartcrm.proto.customer.v1.GetSupportCaseRequest;
import io.smartcrm.proto.customer.v1.ListSupportCaseMessagesRequest;
import io.smartcrm.proto.customer.v1.ListSupportCasesRequest;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseAuthor;
import io.smartcrm.proto.customer.v1.SupportCaseFigures;
import io.smartcrm.proto.customer.v1.SupportCaseMessage;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc;
import io.smartcrm.proto.customer.v1.UpdateSupportCaseRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Asks customer-service for cases. */
@ApplicationScoped
class SupportCaseClient {
    private final Calls calls;

    SupportCaseClient(Calls calls) {
        this.calls = calls;
    }

    Uni<SupportCaseView> create(NewSupportCase wanted, String requestId) {
        var message = SupportCase.newBuilder()
                .setCustomerId(text(wanted.customerId()))
                .setChannel(text(wanted.channel()))
                .setSubject(text(wanted.subject()))
                .setPriority(Messages.constant(SupportCasePriority.class, "priority", wanted.priority()))
                .addAllTags(Optional.ofNullable(wanted.tags()).orElse(List.of()))
                .setAssignee(text(wanted.assignee()));
        var request = CreateSupportCaseRequest.newBuilder()
                .setSupportCase(message)
                .setText(text(wanted.text()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, SupportCaseServiceGrpc.getCreateSupportCaseMethod(), request)
                .map(response -> view(response.getSupportCase()));
    }

    Uni<SupportCaseView> get(String id) {
        var request = GetSupportCaseRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, SupportCaseServiceGrpc.getGetSupportCaseMethod(), request)
                .map(response -> view(response.getSupportCase()));
    }

    /** @param customerId empty for the cases of everyone */
    Uni<Page<SupportCaseView>> list(String customerId, int pageSize, String pageToken, String filter) {
        var request = ListSupportCasesRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setFilter(filter)
                .build();
        return calls.read(Service.CUSTOMER, SupportCaseServiceGrpc.getListSupportCasesMethod(), request)
                .map(response ->
                        Page.of(response.getSupportCasesList(), SupportCaseClient::view, response.getNextPageToken()));
    }

    Uni<SupportCaseView> update(String id, String etag, SupportCasePatch patch) {
        var request = UpdateSupportCaseRequest.newBuilder()
                .setSupportCase(SupportCasePatchMessage.of(patch).setId(id).setEtag(etag))
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(patch.paths()))
                .build();
        return calls.change(Service.CUSTOMER, SupportCaseServiceGrpc.getUpdateSupportCaseMethod(), request)
                .map(response -> view(response.getSupportCase()));
    }

    Uni<Added> addMessage(String id, NewMessage message, String requestId) {
        var request = AddSupportCaseMessageRequest.newBuilder()
                .setCaseId(id)
                .setAuthor(Messages.constant(SupportCaseAuthor.class, "author", message.author()))
                .setText(text(message.text()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, SupportCaseServiceGrpc.getAddSupportCaseMessageMethod(), request)
                .map(response -> new Added(view(response.getMessage()), view(response.getSupportCase())));
    }

    Uni<Page<MessageView>> messages(String id, int pageSize, String pageToken) {
        var request = ListSupportCaseMessagesRequest.newBuilder()
                .setCaseId(id)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, SupportCaseServiceGrpc.getListSupportCaseMessagesMethod(), request)
                .map(response ->
                        Page.of(response.getMessagesList(), SupportCaseClient::view, response.getNextPageToken()));
    }

    Uni<Figures> figures(String fromDay, String toDay) {
        var request = GetSupportCaseFiguresRequest.newBuilder()
                .setFromDay(fromDay)
                .setToDay(toDay)
                .build();
        return calls.read(Service.CUSTOMER, SupportCaseServiceGrpc.getGetSupportCaseFiguresMethod(), request)
                .map(response -> view(response.getFigures()));
    }

    private static SupportCaseView view(SupportCase found) {
        return new SupportCaseView(
                found.getId(),
                found.getCustomerId(),
                Messages.name(found.getStatus()),
                Messages.name(found.getPriority()),
                found.getChannel(),
                Messages.text(found.getSubject()),
                found.getTagsList(),
                Messages.text(found.getAssignee()),
                Messages.time(found.hasOpenTime(), found.getOpenTime()),
                Messages.time(found.hasFirstResponseTime(), found.getFirstResponseTime()),
                Messages.time(found.hasResolveTime(), found.getResolveTime()),
                Messages.time(found.hasUpdateTime(), found.getUpdateTime()),
                found.getSatisfaction() == 0 ? null : found.getSatisfaction(),
                found.getMessageCount(),
                found.getEtag());
    }

    private static MessageView view(SupportCaseMessage message) {
        return new MessageView(
                message.getNumber(),
                Messages.name(message.getAuthor()),
                message.getWrittenBy(),
                message.getText(),
                Messages.time(message.hasSendTime(), message.getSendTime()));
    }

    private static Figures view(SupportCaseFigures figures) {
        return new Figures(
                figures.getRespondedCount(),
                figures.getRespondedCount() == 0 ? null : figures.getMedianFirstResponseMinutes(),
                figures.getResolvedCount(),
                figures.getResolvedCount() == 0 ? null : figures.getMedianResolutionMinutes(),
                figures.getRatedCount(),
                figures.getRatedCount() == 0 ? null : figures.getMeanSatisfaction());
    }
}
