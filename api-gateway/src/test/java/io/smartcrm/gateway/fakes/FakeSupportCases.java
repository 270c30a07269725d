package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
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
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseAuthor;
import io.smartcrm.proto.customer.v1.SupportCaseFigures;
import io.smartcrm.proto.customer.v1.SupportCaseMessage;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc.SupportCaseServiceImplBase;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.proto.customer.v1.UpdateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.UpdateSupportCaseResponse;
import io.smartcrm.wire.Failure;

/** One case at version 1 with one message. */
final class FakeSupportCases extends SupportCaseServiceImplBase {
    @Override
    public void createSupportCase(CreateSupportCaseRequest request, StreamObserver<CreateSupportCaseResponse> answer) {
        var created = request.getSupportCase().toBuilder()
                .setId(Ids.KNOWN)
                .setStatus(SupportCaseStatus.SUPPORT_CASE_STATUS_NEW)
                .setMessageCount(request.getText().isEmpty() ? 0 : 1)
                .setEtag("1");
        Ids.complete(
                answer,
                CreateSupportCaseResponse.newBuilder().setSupportCase(created).build());
    }

    @Override
    public void getSupportCase(GetSupportCaseRequest request, StreamObserver<GetSupportCaseResponse> answer) {
        Ids.answer(
                "support case",
                request.getId(),
                answer,
                () -> GetSupportCaseResponse.newBuilder()
                        .setSupportCase(supportCase())
                        .build());
    }

    /** Tells the filter by its subject. */
    @Override
    public void listSupportCases(ListSupportCasesRequest request, StreamObserver<ListSupportCasesResponse> answer) {
        Ids.complete(
                answer,
                ListSupportCasesResponse.newBuilder()
                        .addSupportCases(supportCase().toBuilder()
                                .setCustomerId(request.getCustomerId())
                                .setSubject(request.getFilter()))
                        .build());
    }

    @Override
    public void updateSupportCase(UpdateSupportCaseRequest request, StreamObserver<UpdateSupportCaseResponse> answer) {
        if (request.getSupportCase().getStatus() == SupportCaseStatus.SUPPORT_CASE_STATUS_REOPENED) {
            answer.onError(
                    new Failure(Failure.Kind.UNPROCESSABLE, "CASE_STATUS_IMPOSSIBLE", "cannot be reopened").toStatus());
            return;
        }
        Ids.complete(
                answer,
                UpdateSupportCaseResponse.newBuilder()
                        .setSupportCase(request.getSupportCase().toBuilder().setEtag("2"))
                        .build());
    }

    @Override
    public void addSupportCaseMessage(
            AddSupportCaseMessageRequest request, StreamObserver<AddSupportCaseMessageResponse> answer) {
        Ids.complete(
                answer,
                AddSupportCaseMessageResponse.newBuilder()
                        .setMessage(message(request.getText()))
                        .setSupportCase(supportCase())
                        .build());
    }

    @Override
    public void listSupportCaseMessages(
            ListSupportCaseMessagesRequest request, StreamObserver<ListSupportCaseMessagesResponse> answer) {
        Ids.complete(
                answer,
                ListSupportCaseMessagesResponse.newBuilder()
                        .addMessages(message("It is broken."))
                        .build());
    }

    @Override
    public void getSupportCaseFigures(
            GetSupportCaseFiguresRequest request, StreamObserver<GetSupportCaseFiguresResponse> answer) {
        Ids.complete(
                answer,
                GetSupportCaseFiguresResponse.newBuilder()
                        .setFigures(SupportCaseFigures.newBuilder()
                                .setRespondedCount(3)
                                .setMedianFirstResponseMinutes(12))
                        .build());
    }

    private static SupportCaseMessage message(String text) {
        return SupportCaseMessage.newBuilder()
                .setNumber(1)
                .setAuthor(SupportCaseAuthor.SUPPORT_CASE_AUTHOR_AGENT)
                .setText(text)
                .build();
    }

    private static SupportCase supportCase() {
        return SupportCase.newBuilder()
                .setId(Ids.KNOWN)
                .setCustomerId(Ids.KNOWN)
                .setStatus(SupportCaseStatus.SUPPORT_CASE_STATUS_OPEN)
                .setPriority(SupportCasePriority.SUPPORT_CASE_PRIORITY_NORMAL)
                .setChannel("email")
                .setSubject("Lamp arrived broken")
                .setOpenTime(Timestamps.fromMillis(1_767_000_000_000L))
                .setEtag("1")
                .build();
    }
}
