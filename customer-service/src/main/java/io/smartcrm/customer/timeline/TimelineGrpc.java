package io.smartcrm.customer.timeline;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.proto.customer.v1.ListTimelineRequest;
import io.smartcrm.proto.customer.v1.ListTimelineResponse;
import io.smartcrm.proto.customer.v1.TimelineService;
import io.smartcrm.proto.type.v1.Money;
import jakarta.annotation.security.RolesAllowed;
import java.sql.SQLException;
import java.time.Instant;

/** Timelines over gRPC. */
@GrpcService
class TimelineGrpc implements TimelineService {
    private final Timelines timelines;
    private final CustomerScope scope;

    TimelineGrpc(Timelines timelines, CustomerScope scope) {
        this.timelines = timelines;
        this.scope = scope;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListTimelineResponse> listTimeline(ListTimelineRequest request) {
        var query = TimelineQuery.parse(
                request.getCustomerId(), request.getFilter(), request.getPageSize(), request.getPageToken());
        VisibleTeams visible = scope.visible();
        return Uni.createFrom()
                .item(() -> list(query, visible))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> response(page, query));
    }

    private Page<TimelineEntry> list(TimelineQuery query, VisibleTeams visible) {
        try {
            return timelines.list(query, visible);
        } catch (SQLException failed) {
            throw new IllegalStateException("a timeline could not be read", failed);
        }
    }

    private static ListTimelineResponse response(Page<TimelineEntry> page, TimelineQuery query) {
        var response = ListTimelineResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(entry -> response.addEntries(message(entry)));
        return response.build();
    }

    private static io.smartcrm.proto.customer.v1.TimelineEntry message(TimelineEntry entry) {
        var message = io.smartcrm.proto.customer.v1.TimelineEntry.newBuilder()
                .setKind(kind(entry.kind()))
                .setId(entry.id().toString())
                .setTime(timestamp(entry.time()))
                .setType(entry.type())
                .setChannel(entry.channel())
                .setTitle(entry.title())
                .setDirection(entry.direction())
                .setDeliveryState(entry.deliveryState());
        entry.total()
                .ifPresent(total -> message.setTotal(
                        Money.newBuilder().setCurrencyCode(total.currencyCode()).setMinorUnits(total.minorUnits())));
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static io.smartcrm.proto.customer.v1.TimelineKind kind(TimelineKind kind) {
        return switch (kind) {
            case ORDER -> io.smartcrm.proto.customer.v1.TimelineKind.TIMELINE_KIND_ORDER;
            case CASE -> io.smartcrm.proto.customer.v1.TimelineKind.TIMELINE_KIND_CASE;
            case INTERACTION -> io.smartcrm.proto.customer.v1.TimelineKind.TIMELINE_KIND_INTERACTION;
        };
    }
}
