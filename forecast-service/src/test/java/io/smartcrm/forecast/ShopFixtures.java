package io.smartcrm.forecast;

import com.google.protobuf.Timestamp;
import io.smartcrm.proto.customer.v1.AdjustmentBooked;
import io.smartcrm.proto.customer.v1.CustomerEnteredSegment;
import io.smartcrm.proto.customer.v1.CustomerLeftSegment;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderLine;
import io.smartcrm.proto.customer.v1.OrderPlaced;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductChanged;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.customer.v1.RefundIssued;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What customer-service says about products and orders, in its own words. */
public final class ShopFixtures {
    private ShopFixtures() {}

    public static ProductEvent product(UUID id, long second, String... categoryPath) {
        return ProductEvent.newBuilder()
                .setProductChanged(ProductChanged.newBuilder()
                        .setProduct(Product.newBuilder()
                                .setId(id.toString())
                                .setCode("code")
                                .addAllCategoryPath(List.of(categoryPath))
                                .setUpdateTime(Timestamp.newBuilder().setSeconds(second))))
                .build();
    }

    public static OrderEvent sale(UUID id, long version, LocalDate day, UUID product, String quantity) {
        return OrderEvent.newBuilder()
                .setOrderPlaced(OrderPlaced.newBuilder()
                        .setOrder(order(id, OrderKind.ORDER_KIND_SALE, version, day, product, quantity)))
                .build();
    }

    public static OrderEvent refund(UUID id, long version, LocalDate day, UUID product, String quantity) {
        return OrderEvent.newBuilder()
                .setRefundIssued(RefundIssued.newBuilder()
                        .setOrder(order(id, OrderKind.ORDER_KIND_REFUND, version, day, product, quantity)))
                .build();
    }

    public static OrderEvent adjustment(UUID id, long version, LocalDate day, UUID product, String quantity) {
        return OrderEvent.newBuilder()
                .setAdjustmentBooked(AdjustmentBooked.newBuilder()
                        .setOrder(order(id, OrderKind.ORDER_KIND_ADJUSTMENT, version, day, product, quantity)))
                .build();
    }

    /** The same sale, ordered from there by that way. */
    public static OrderEvent orderedFrom(String country, String channel, OrderEvent sale) {
        var event = sale.toBuilder();
        event.getOrderPlacedBuilder().getOrderBuilder().setCountry(country).setChannel(channel);
        return event.build();
    }

    /** The same sale, ordered by a customer. */
    public static OrderEvent orderedBy(String customer, OrderEvent sale) {
        var event = sale.toBuilder();
        event.getOrderPlacedBuilder().getOrderBuilder().setCustomerId(customer);
        return event.build();
    }

    public static SegmentEvent entered(UUID segment, String customer) {
        return SegmentEvent.newBuilder()
                .setCustomerEntered(CustomerEnteredSegment.newBuilder()
                        .setSegmentId(segment.toString())
                        .setCustomerId(customer))
                .build();
    }

    public static SegmentEvent left(UUID segment, String customer) {
        return SegmentEvent.newBuilder()
                .setCustomerLeft(CustomerLeftSegment.newBuilder()
                        .setSegmentId(segment.toString())
                        .setCustomerId(customer))
                .build();
    }

    private static Order order(UUID id, OrderKind kind, long version, LocalDate day, UUID product, String quantity) {
        return Order.newBuilder()
                .setId(id.toString())
                .setNumber(id.toString())
                .setKind(kind)
                .setVersion(version)
                .setOrderTime(
                        Timestamp.newBuilder().setSeconds(day.atTime(15, 30).toEpochSecond(ZoneOffset.UTC)))
                .addLines(OrderLine.newBuilder()
                        .setLineNumber(1)
                        .setProductId(product.toString())
                        .setQuantity(quantity)
                        .setUnitPrice("2.50"))
                .build();
    }
}
