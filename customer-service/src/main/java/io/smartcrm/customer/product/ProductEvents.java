package io.smartcrm.customer.product;

import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.ProductChanged;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.wire.TimeOrderedId;
import io.smartcrm.wire.Topics;
import java.util.Optional;
import java.util.UUID;

/** What the rest of the suite learns about products. */
final class ProductEvents {
    private ProductEvents() {}

    /** A tombstone. */
    static OutboxEvent gone(UUID product) {
        return new OutboxEvent(
                TimeOrderedId.next(),
                Topics.PRODUCTS,
                product.toString(),
                ProductChanged.getDescriptor().getFullName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static OutboxEvent changed(Product product) {
        var fact = ProductChanged.newBuilder()
                .setProduct(ProductGrpc.message(product))
                .build();
        return OutboxEvent.of(
                Topics.PRODUCTS,
                product.id().toString(),
                fact,
                ProductEvent.newBuilder().setProductChanged(fact).build());
    }
}
