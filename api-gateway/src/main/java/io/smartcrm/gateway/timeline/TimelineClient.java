package io.smartcrm.gateway.timeline;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.ListTimelineRequest;
import io.smartcrm.proto.customer.v1.TimelineEntry;
import io.smartcrm.proto.customer.v1.TimelineServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks customer-service for timelines. */
@ApplicationScoped
public class TimelineClient {
    private final Calls calls;

    TimelineClient(Calls calls) {
        this.calls = calls;
    }

    Uni<Page<TimelineEntryView>> list(String customerId, int pageSize, String pageToken, String filter) {
        var request = ListTimelineRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setFilter(filter)
                .build();
        return calls.read(Service.CUSTOMER, TimelineServiceGrpc.getListTimelineMethod(), request)
                .map(response -> Page.of(response.getEntriesList(), TimelineClient::view, response.getNextPageToken()));
    }

    private static TimelineEntryView view(TimelineEntry entry) {
        return new TimelineEntryView(
                Messages.name(entry.getKind()),
                entry.getId(),
                Messages.time(entry.hasTime(), entry.getTime()),
                Messages.text(entry.getType()),
                Messages.text(entry.getChannel()),
                Messages.text(entry.getTitle()),
                entry.hasTotal()
                        ? new MoneyView(
                                entry.getTotal().getCurrencyCode(),
                                entry.getTotal().getMinorUnits())
                        : null,
                Messages.text(entry.getDirection()),
                Messages.text(entry.getDeliveryState()));
    }
}
