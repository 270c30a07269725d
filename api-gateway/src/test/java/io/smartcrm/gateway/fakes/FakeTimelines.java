package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.ListTimelineRequest;
import io.smartcrm.proto.customer.v1.ListTimelineResponse;
import io.smartcrm.proto.customer.v1.TimelineEntry;
import io.smartcrm.proto.customer.v1.TimelineKind;
import io.smartcrm.proto.customer.v1.TimelineServiceGrpc.TimelineServiceImplBase;
import io.smartcrm.proto.type.v1.Money;

/** A letter that was opened, and the order before it. */
final class FakeTimelines extends TimelineServiceImplBase {
    @Override
    public void listTimeline(ListTimelineRequest request, StreamObserver<ListTimelineResponse> answer) {
        var letter = TimelineEntry.newBuilder()
                .setKind(TimelineKind.TIMELINE_KIND_INTERACTION)
                .setId(Ids.KNOWN)
                .setTime(Timestamps.fromMillis(1_700_000_000_123L))
                .setType("message")
                .setChannel("email")
                .setDirection("OUT")
                .setDeliveryState("OPENED");
        var order = TimelineEntry.newBuilder()
                .setKind(TimelineKind.TIMELINE_KIND_ORDER)
                .setId(Ids.KNOWN)
                .setTitle("536365")
                .setTotal(Money.newBuilder().setCurrencyCode("GBP").setMinorUnits(510));
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> ListTimelineResponse.newBuilder()
                        .addEntries(letter)
                        .addEntries(order)
                        .setNextPageToken("more")
                        .build());
    }
}
