package io.smartcrm.recommend;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderLine;
import io.smartcrm.proto.customer.v1.OrderPlaced;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductChanged;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.customer.v1.ProductStatus;
import io.smartcrm.proto.customer.v1.RefundIssued;
import io.smartcrm.proto.type.v1.Money;
import java.time.Instant;

/** What customer-service says, with defaults. */
public final class CustomerMessages {
    /** When things happen unless a test says otherwise. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private CustomerMessages() {}

    public static ProductEvent product(String id, String name) {
        return product(id, name, NOON);
    }

    public static ProductEvent product(String id, String name, Instant changed) {
        Product product = Product.newBuilder()
                .setId(id)
                .setCode("C-" + id)
                .setName(name)
                .setUpdateTime(timestamp(changed))
                .build();
        return ProductEvent.newBuilder()
                .setProductChanged(ProductChanged.newBuilder().setProduct(product))
                .build();
    }

    public static ProductEvent catalogued(String id, String category, String subcategory, int price) {
        return catalogued(id, category, subcategory, price, ProductStatus.PRODUCT_STATUS_ACTIVE);
    }

    public static ProductEvent catalogued(
            String id, String category, String subcategory, int price, ProductStatus status) {
        Product product = product(id, "NICE " + id).getProductChanged().getProduct().toBuilder()
                .addCategoryPath(category)
                .addCategoryPath(subcategory)
                .setListPrice(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(price * 100L))
                .setStatus(status)
                .build();
        return ProductEvent.newBuilder()
                .setProductChanged(ProductChanged.newBuilder().setProduct(product))
                .build();
    }

    public static ProductEvent described(String id, String category, String brand, String colour, int price) {
        Product product = product(id, "NICE " + id).getProductChanged().getProduct().toBuilder()
                .addCategoryPath(category)
                .setBrand(brand)
                .putAttributes(
                        "colour", Value.newBuilder().setStringValue(colour).build())
                .setListPrice(Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(price * 100L))
                .setStatus(ProductStatus.PRODUCT_STATUS_ACTIVE)
                .build();
        return ProductEvent.newBuilder()
                .setProductChanged(ProductChanged.newBuilder().setProduct(product))
                .build();
    }

    /** A sale of one of each product. */
    public static OrderEvent sale(String id, String customer, Instant time, String... products) {
        return placed(order(id, customer, time, 1, "1", products).build());
    }

    /** A refund of one of each product. */
    public static OrderEvent refund(String id, String customer, Instant time, String... products) {
        Order order = order(id, customer, time, 1, "-1", products)
                .setKind(OrderKind.ORDER_KIND_REFUND)
                .build();
        return OrderEvent.newBuilder()
                .setRefundIssued(RefundIssued.newBuilder().setOrder(order))
                .build();
    }

    public static OrderEvent placed(Order order) {
        return OrderEvent.newBuilder()
                .setOrderPlaced(OrderPlaced.newBuilder().setOrder(order))
                .build();
    }

    public static Order.Builder order(
            String id, String customer, Instant time, long version, String quantity, String... products) {
        Order.Builder order = Order.newBuilder()
                .setId(id)
                .setNumber(id)
                .setKind(OrderKind.ORDER_KIND_SALE)
                .setCustomerId(customer)
                .setOrderTime(timestamp(time))
                .setVersion(version);
        for (String product : products) {
            order.addLines(OrderLine.newBuilder()
                    .setLineNumber(order.getLinesCount() + 1)
                    .setProductId(product)
                    .setQuantity(quantity)
                    .setUnitPrice("1"));
        }
        return order;
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
