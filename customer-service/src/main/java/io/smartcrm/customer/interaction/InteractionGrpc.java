package io.smartcrm.customer.interaction;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.interaction.DeliveryReports.Report;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.proto.customer.v1.DeliveryReport;
import io.smartcrm.proto.customer.v1.GetInteractionRequest;
import io.smartcrm.proto.customer.v1.GetInteractionResponse;
import io.smartcrm.proto.customer.v1.InteractionDirection;
import io.smartcrm.proto.customer.v1.InteractionService;
import io.smartcrm.proto.customer.v1.ListInteractionsRequest;
import io.smartcrm.proto.customer.v1.ListInteractionsResponse;
import io.smartcrm.proto.customer.v1.RecordInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsResponse;
import io.smartcrm.proto.customer.v1.RecordInteractionsResult;
import io.smartcrm.proto.customer.v1.RecordStatus;
import io.smartcrm.proto.customer.v1.ReportDeliveriesRequest;
import io.smartcrm.proto.customer.v1.ReportDeliveriesResponse;
import io.smartcrm.proto.customer.v1.ReportDeliveriesResult;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interactions over gRPC. */
@GrpcService
class InteractionGrpc implements InteractionService {
    private final Ingest ingest;
    private final DeliveryReports deliveries;
    private final Interactions interactions;
    private final InteractionConfig config;
    private final CustomerScope scope;
    private final Clock clock = Clock.systemUTC();

    InteractionGrpc(
            Ingest ingest,
            DeliveryReports deliveries,
            Interactions interactions,
            InteractionConfig config,
            CustomerScope scope) {
        this.ingest = ingest;
        this.deliveries = deliveries;
        this.interactions = interactions;
        this.config = config;
        this.scope = scope;
    }

    @Override
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<RecordInteractionsResponse> recordInteractions(RecordInteractionsRequest request) {
        checkSize("interactions", request.getInteractionsCount());
        Instant now = clock.instant();
        List<InteractionDraft> drafts = new ArrayList<>();
        List<Optional<Failure>> refused = new ArrayList<>();
        for (var told : request.getInteractionsList()) {
            try {
                drafts.add(draft(told, now));
                refused.add(Optional.empty());
            } catch (Failure failure) {
                refused.add(Optional.of(failure));
            }
        }
        VisibleTeams visible = scope.visible();
        return visible.equals(VisibleTeams.ALL)
                ? ingest.submit(drafts).map(results -> response(refused, results))
                : ingest.submitWithin(visible, drafts).map(results -> response(refused, results));
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<ReportDeliveriesResponse> reportDeliveries(ReportDeliveriesRequest request) {
        checkSize("reports", request.getReportsCount());
        Instant now = clock.instant();
        List<Report> reports = new ArrayList<>();
        List<Optional<Failure>> refused = new ArrayList<>();
        for (DeliveryReport told : request.getReportsList()) {
            try {
                reports.add(report(told, now));
                refused.add(Optional.empty());
            } catch (Failure failure) {
                refused.add(Optional.of(failure));
            }
        }
        return Uni.createFrom()
                .item(() -> apply(reports))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(states -> deliveryResponse(refused, states));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetInteractionResponse> getInteraction(GetInteractionRequest request) {
        return interactions
                .get(InteractionId.parse(request.getId()))
                .map(found -> GetInteractionResponse.newBuilder()
                        .setInteraction(message(found))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListInteractionsResponse> listInteractions(ListInteractionsRequest request) {
        var query = InteractionQuery.parse(
                request.getCustomerId(), request.getFilter(), request.getPageSize(), request.getPageToken());
        return interactions.list(query).map(page -> response(page, query));
    }

    private void checkSize(String field, int count) {
        if (count == 0 || count > config.batchLimit()) {
            throw Failure.invalid(field, count + " of them are not 1 to " + config.batchLimit());
        }
    }

    private List<Optional<DeliveryState>> apply(List<Report> reports) {
        try {
            return deliveries.apply(reports);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException("deliveries could not be stored", failed);
        }
    }

    private static InteractionDraft draft(io.smartcrm.proto.customer.v1.InteractionDraft told, Instant now) {
        var form = new DraftForm()
                .messageId(told.getMessageId())
                .customerId(told.getCustomerId())
                .userId(told.getUserId())
                .anonymousId(told.getAnonymousId())
                .direction(direction(told.getDirection()))
                .type(told.getType())
                .channel(told.getChannel())
                .name(told.getName())
                .occurTime(told.hasOccurTime() ? time("occurTime", told.getOccurTime()) : null)
                .product(told.getProduct())
                .properties(told.getProperties())
                .deliveryState(state(told.getDeliveryState()));
        if (told.hasIdentification()) {
            var person = told.getIdentification();
            form.identification(
                    new Profile(person.getName(), person.getEmail(), person.getPhone(), person.getCountry()));
        }
        return form.checked(now);
    }

    private static Report report(DeliveryReport told, Instant now) {
        DeliveryState state = state(told.getState());
        if (state == null) {
            throw Failure.invalid("state", "is missing");
        }
        if (told.getId().isEmpty() == told.getMessageId().isEmpty()) {
            throw Failure.invalid("id", "name the message by its id or else by its messageId");
        }
        return new Report(
                told.getId().isEmpty() ? Optional.empty() : Optional.of(id(told.getId())),
                told.getMessageId(),
                state,
                DraftForm.time(
                        "reportTime", told.hasReportTime() ? time("reportTime", told.getReportTime()) : null, now));
    }

    private static InteractionId id(String text) {
        try {
            return InteractionId.parse(text);
        } catch (Failure malformed) {
            throw Failure.invalid("id", "'" + text + "' is not the id of an interaction");
        }
    }

    private static RecordInteractionsResponse response(List<Optional<Failure>> refused, List<RecordResult> results) {
        var response = RecordInteractionsResponse.newBuilder();
        var next = results.iterator();
        for (Optional<Failure> failure : refused) {
            response.addResults(
                    message(failure.<RecordResult>map(RecordResult::rejected).orElseGet(next::next)));
        }
        return response.build();
    }

    private static RecordInteractionsResult message(RecordResult result) {
        var message = RecordInteractionsResult.newBuilder();
        if (result instanceof RecordResult.Accepted accepted) {
            message.setStatus(RecordStatus.RECORD_STATUS_ACCEPTED)
                    .setId(accepted.id().toString());
        } else if (result instanceof RecordResult.Rejected rejected) {
            message.setStatus(RecordStatus.RECORD_STATUS_REJECTED)
                    .setField(rejected.field())
                    .setDetail(rejected.detail());
        } else {
            message.setStatus(RecordStatus.RECORD_STATUS_DUPLICATE);
        }
        return message.build();
    }

    private static ReportDeliveriesResponse deliveryResponse(
            List<Optional<Failure>> refused, List<Optional<DeliveryState>> states) {
        var response = ReportDeliveriesResponse.newBuilder();
        var next = states.iterator();
        for (Optional<Failure> failure : refused) {
            Optional<DeliveryState> state = failure.isPresent() ? Optional.empty() : next.next();
            var result = ReportDeliveriesResult.newBuilder();
            state.ifPresentOrElse(
                    known -> result.setAccepted(true).setDeliveryState(InteractionEvents.message(known)), () -> {
                        var why = failure.map(RecordResult::rejected)
                                .orElse(new RecordResult.Rejected("id", "there is no such message to a customer"));
                        result.setField(why.field()).setDetail(why.detail());
                    });
            response.addResults(result);
        }
        return response.build();
    }

    private static ListInteractionsResponse response(Page<Interaction> page, InteractionQuery query) {
        var response = ListInteractionsResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(interaction -> response.addInteractions(message(interaction)));
        return response.build();
    }

    private static io.smartcrm.proto.customer.v1.Interaction message(Interaction interaction) {
        return InteractionEvents.message(interaction)
                .setProperties(interaction.properties())
                .build();
    }

    private static @Nullable Direction direction(InteractionDirection told) {
        return switch (told) {
            case INTERACTION_DIRECTION_IN -> Direction.IN;
            case INTERACTION_DIRECTION_OUT -> Direction.OUT;
            case INTERACTION_DIRECTION_UNSPECIFIED -> null;
            case UNRECOGNIZED -> throw Failure.invalid("direction", "is neither IN nor OUT");
        };
    }

    private static @Nullable DeliveryState state(io.smartcrm.proto.customer.v1.DeliveryState told) {
        return switch (told) {
            case DELIVERY_STATE_QUEUED -> DeliveryState.QUEUED;
            case DELIVERY_STATE_SENT -> DeliveryState.SENT;
            case DELIVERY_STATE_FAILED -> DeliveryState.FAILED;
            case DELIVERY_STATE_DELIVERED -> DeliveryState.DELIVERED;
            case DELIVERY_STATE_BOUNCED -> DeliveryState.BOUNCED;
            case DELIVERY_STATE_OPENED -> DeliveryState.OPENED;
            case DELIVERY_STATE_CLICKED -> DeliveryState.CLICKED;
            case DELIVERY_STATE_ANSWERED -> DeliveryState.ANSWERED;
            case DELIVERY_STATE_UNSPECIFIED -> null;
            case UNRECOGNIZED -> throw Failure.invalid("deliveryState", "is not a state we know");
        };
    }

    private static Instant time(String field, Timestamp time) {
        try {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        } catch (java.time.DateTimeException absurd) {
            throw Failure.invalid(field, "is not a time");
        }
    }
}
