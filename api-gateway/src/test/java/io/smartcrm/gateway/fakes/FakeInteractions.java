package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.DeliveryReport;
import io.smartcrm.proto.customer.v1.DeliveryState;
import io.smartcrm.proto.customer.v1.GetInteractionRequest;
import io.smartcrm.proto.customer.v1.GetInteractionResponse;
import io.smartcrm.proto.customer.v1.Interaction;
import io.smartcrm.proto.customer.v1.InteractionDirection;
import io.smartcrm.proto.customer.v1.InteractionDraft;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc.InteractionServiceImplBase;
import io.smartcrm.proto.customer.v1.ListInteractionsRequest;
import io.smartcrm.proto.customer.v1.ListInteractionsResponse;
import io.smartcrm.proto.customer.v1.RecordInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsResponse;
import io.smartcrm.proto.customer.v1.RecordInteractionsResult;
import io.smartcrm.proto.customer.v1.RecordStatus;
import io.smartcrm.proto.customer.v1.ReportDeliveriesRequest;
import io.smartcrm.proto.customer.v1.ReportDeliveriesResponse;
import io.smartcrm.proto.customer.v1.ReportDeliveriesResult;
import java.util.HashSet;
import java.util.Set;

/** Knows the message ids of one request; rejects what names nobody; a list tells back the draft it was sent last. */
final class FakeInteractions extends InteractionServiceImplBase {
    private volatile InteractionDraft last = InteractionDraft.getDefaultInstance();

    @Override
    public void recordInteractions(
            RecordInteractionsRequest request, StreamObserver<RecordInteractionsResponse> answer) {
        var response = RecordInteractionsResponse.newBuilder();
        Set<String> known = new HashSet<>();
        for (InteractionDraft draft : request.getInteractionsList()) {
            last = draft;
            var result = RecordInteractionsResult.newBuilder();
            if ((draft.getUserId() + draft.getCustomerId() + draft.getAnonymousId()).isEmpty()) {
                result.setStatus(RecordStatus.RECORD_STATUS_REJECTED)
                        .setField("userId")
                        .setDetail("is missing");
            } else if (!draft.getMessageId().isEmpty() && !known.add(draft.getMessageId())) {
                result.setStatus(RecordStatus.RECORD_STATUS_DUPLICATE);
            } else {
                result.setStatus(RecordStatus.RECORD_STATUS_ACCEPTED).setId(Ids.KNOWN);
            }
            response.addResults(result);
        }
        Ids.complete(answer, response.build());
    }

    @Override
    public void reportDeliveries(ReportDeliveriesRequest request, StreamObserver<ReportDeliveriesResponse> answer) {
        var response = ReportDeliveriesResponse.newBuilder();
        for (DeliveryReport report : request.getReportsList()) {
            response.addResults(
                    report.getMessageId().equals("unknown")
                            ? ReportDeliveriesResult.newBuilder().setField("id").setDetail("no such message")
                            : ReportDeliveriesResult.newBuilder()
                                    .setAccepted(true)
                                    .setDeliveryState(report.getState()));
        }
        Ids.complete(answer, response.build());
    }

    @Override
    public void getInteraction(GetInteractionRequest request, StreamObserver<GetInteractionResponse> answer) {
        Ids.answer(
                "interaction",
                request.getId(),
                answer,
                () -> GetInteractionResponse.newBuilder()
                        .setInteraction(letter())
                        .build());
    }

    @Override
    public void listInteractions(ListInteractionsRequest request, StreamObserver<ListInteractionsResponse> answer) {
        var told = Interaction.newBuilder()
                .setId(Ids.KNOWN)
                .setType(last.getType().isEmpty() ? "-" : last.getType())
                .setName(last.getName())
                .setChannel(last.getChannel())
                .setAnonymousId(last.getAnonymousId())
                .setOccurTime(last.getOccurTime())
                .setProperties(last.getProperties())
                .setMessageId(last.getMessageId());
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> ListInteractionsResponse.newBuilder()
                        .addInteractions(told)
                        .build());
    }

    private static Interaction letter() {
        return Interaction.newBuilder()
                .setId(Ids.KNOWN)
                .setCustomerId(Ids.KNOWN)
                .setDirection(InteractionDirection.INTERACTION_DIRECTION_OUT)
                .setType("message")
                .setChannel("email")
                .setOccurTime(Timestamps.fromMillis(1_700_000_000_123L))
                .setProperties("{\"campaign\": {\"name\": \"spring\"}}")
                .setDeliveryState(DeliveryState.DELIVERY_STATE_OPENED)
                .build();
    }
}
