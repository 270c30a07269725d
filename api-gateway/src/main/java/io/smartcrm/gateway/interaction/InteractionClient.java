package io.smartcrm.gateway.interaction;

import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.interaction.InteractionView.DeliveryView;
import io.smartcrm.proto.customer.v1.DeliveryReport;
import io.smartcrm.proto.customer.v1.DeliveryState;
import io.smartcrm.proto.customer.v1.GetInteractionRequest;
import io.smartcrm.proto.customer.v1.Identification;
import io.smartcrm.proto.customer.v1.Interaction;
import io.smartcrm.proto.customer.v1.InteractionDirection;
import io.smartcrm.proto.customer.v1.InteractionDraft;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc;
import io.smartcrm.proto.customer.v1.ListInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsResult;
import io.smartcrm.proto.customer.v1.RecordStatus;
import io.smartcrm.proto.customer.v1.ReportDeliveriesRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells customer-service of interactions and asks for them. */
@ApplicationScoped
public class InteractionClient {
    private final Calls calls;

    InteractionClient(Calls calls) {
        this.calls = calls;
    }

    /** What became of each, in their order; one that cannot be told at all is rejected like those the service rejects. */
    Uni<List<RecordView>> record(List<Supplier<NewInteraction>> told) {
        var request = RecordInteractionsRequest.newBuilder();
        RecordView[] results = new RecordView[told.size()];
        String[] messageIds = new String[told.size()];
        for (int i = 0; i < results.length; i++) {
            try {
                InteractionDraft draft = draft(told.get(i).get());
                messageIds[i] = draft.getMessageId();
                request.addInteractions(draft);
            } catch (Failure failure) {
                results[i] = rejected(failure);
            }
        }
        if (request.getInteractionsCount() == 0) {
            return Uni.createFrom().item(Arrays.asList(results));
        }
        return calls.change(Service.CUSTOMER, InteractionServiceGrpc.getRecordInteractionsMethod(), request.build())
                .map(response -> {
                    var next = response.getResultsList().iterator();
                    for (int i = 0; i < results.length; i++) {
                        if (results[i] == null) {
                            results[i] = view(next.next(), messageIds[i]);
                        }
                    }
                    return Arrays.asList(results);
                });
    }

    /** One alone: what is wrong with it is wrong with the request. */
    Uni<RecordView> record(NewInteraction told) {
        return record(List.of(() -> told)).map(results -> {
            RecordView result = results.get(0);
            if (result.status().equals(RecordView.REJECTED)) {
                throw Failure.invalid(
                        String.valueOf(result.pointer()).replaceFirst("^#/", ""), String.valueOf(result.detail()));
            }
            return result;
        });
    }

    Uni<DeliveryReports.Results> report(List<DeliveryReports.Report> reports) {
        var request = ReportDeliveriesRequest.newBuilder();
        reports.forEach(report -> request.addReports(message(report)));
        return calls.change(Service.CUSTOMER, InteractionServiceGrpc.getReportDeliveriesMethod(), request.build())
                .map(response -> new DeliveryReports.Results(response.getResultsList().stream()
                        .map(result -> new DeliveryReports.Result(
                                result.getAccepted() ? Messages.name(result.getDeliveryState()) : null,
                                pointer(result.getField()),
                                Messages.text(result.getDetail())))
                        .toList()));
    }

    Uni<InteractionView> get(String id) {
        return calls.read(
                        Service.CUSTOMER,
                        InteractionServiceGrpc.getGetInteractionMethod(),
                        GetInteractionRequest.newBuilder().setId(id).build())
                .map(response -> view(response.getInteraction()));
    }

    /** @param customerId empty for the interactions of everyone */
    Uni<Page<InteractionView>> list(String customerId, int pageSize, String pageToken, String filter) {
        var request = ListInteractionsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setFilter(filter)
                .build();
        return calls.read(Service.CUSTOMER, InteractionServiceGrpc.getListInteractionsMethod(), request)
                .map(response ->
                        Page.of(response.getInteractionsList(), InteractionClient::view, response.getNextPageToken()));
    }

    private static InteractionDraft draft(NewInteraction told) {
        var draft = InteractionDraft.newBuilder()
                .setMessageId(text(told.messageId()))
                .setCustomerId(text(told.customerId()))
                .setUserId(text(told.userId()))
                .setAnonymousId(text(told.anonymousId()))
                .setDirection(constant(
                        "direction",
                        told.direction(),
                        InteractionDirection.class,
                        InteractionDirection.INTERACTION_DIRECTION_UNSPECIFIED))
                .setType(text(told.type()))
                .setChannel(text(told.channel()))
                .setName(text(told.name()))
                .setProduct(text(told.product()))
                .setDeliveryState(state("deliveryState", told.deliveryState()));
        if (told.occurTime() != null) {
            draft.setOccurTime(timestamp(told.occurTime()));
        }
        if (told.properties() != null && !told.properties().isNull()) {
            draft.setProperties(told.properties().toString());
        }
        if (told.identification() != null) {
            var person = told.identification();
            draft.setIdentification(Identification.newBuilder()
                    .setName(text(person.name()))
                    .setEmail(text(person.email()))
                    .setPhone(text(person.phone()))
                    .setCountry(text(person.country())));
        }
        return draft.build();
    }

    private static DeliveryReport message(DeliveryReports.Report report) {
        var message = DeliveryReport.newBuilder()
                .setId(text(report.id()))
                .setMessageId(text(report.messageId()))
                .setState(state("reports.state", report.state()));
        if (report.reportTime() != null) {
            message.setReportTime(timestamp(report.reportTime()));
        }
        return message.build();
    }

    private static DeliveryState state(String field, @Nullable String name) {
        return constant(field, name, DeliveryState.class, DeliveryState.DELIVERY_STATE_UNSPECIFIED);
    }

    private static <E extends Enum<E>> E constant(String field, @Nullable String name, Class<E> type, E absent) {
        if (name == null || name.isEmpty()) {
            return absent;
        }
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String shown = Messages.name(constant);
            if (constant.equals(absent) || shown.equals("UNRECOGNIZED")) {
                continue;
            }
            if (shown.equals(name)) {
                return constant;
            }
            known.add(shown);
        }
        throw Failure.invalid(field, "'" + name + "' is not one of " + known);
    }

    private static RecordView view(RecordInteractionsResult result, @Nullable String messageId) {
        return new RecordView(
                result.getStatus() == RecordStatus.RECORD_STATUS_ACCEPTED
                        ? RecordView.ACCEPTED
                        : result.getStatus() == RecordStatus.RECORD_STATUS_DUPLICATE
                                ? RecordView.DUPLICATE
                                : RecordView.REJECTED,
                Messages.text(result.getId()),
                messageId == null || messageId.isEmpty() ? null : messageId,
                pointer(result.getField()),
                Messages.text(result.getDetail()));
    }

    private static RecordView rejected(Failure failure) {
        var bad = failure.violations().get(0);
        return new RecordView(RecordView.REJECTED, null, null, pointer(bad.field()), bad.detail());
    }

    private static @Nullable String pointer(String field) {
        return field.isEmpty() ? null : "#/" + field.replace('.', '/');
    }

    private static InteractionView view(Interaction interaction) {
        return new InteractionView(
                interaction.getId(),
                Messages.text(interaction.getCustomerId()),
                Messages.text(interaction.getAnonymousId()),
                Messages.name(interaction.getDirection()),
                interaction.getType(),
                Messages.text(interaction.getChannel()),
                Messages.text(interaction.getName()),
                Messages.time(interaction.hasOccurTime(), interaction.getOccurTime()),
                Messages.time(interaction.hasReceiveTime(), interaction.getReceiveTime()),
                Messages.text(interaction.getProductId()),
                interaction.getProperties().isEmpty() ? "{}" : interaction.getProperties(),
                Messages.text(interaction.getMessageId()),
                interaction.getDeliveryState() == DeliveryState.DELIVERY_STATE_UNSPECIFIED
                        ? null
                        : Messages.name(interaction.getDeliveryState()),
                interaction.getDeliveriesList().stream()
                        .map(delivery -> new DeliveryView(
                                Messages.name(delivery.getState()),
                                Messages.time(delivery.hasReportTime(), delivery.getReportTime())))
                        .toList());
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
