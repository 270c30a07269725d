package io.smartcrm.recommend.catalog;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the catalogue as the product events say; a tombstone takes a product off sale. */
@ApplicationScoped
class ProductEvents {
    private final Inbox inbox;

    ProductEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("products")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, ProductEvent.parser(), ProductEvents::project);
    }

    static void project(Connection connection, List<ReceivedEvent<ProductEvent>> events) throws SQLException {
        Map<String, ProductState> latest = new TreeMap<>();
        for (ReceivedEvent<ProductEvent> event : events) {
            Optional<ProductState> state =
                    event.message().isPresent() ? state(event.message().get()) : Optional.of(gone(event));
            state.ifPresent(changed -> latest.merge(changed.id(), changed, ProductState::later));
        }
        ProductTable.put(connection, latest.values());
    }

    private static Optional<ProductState> state(ProductEvent event) {
        return switch (event.getEventCase()) {
            case PRODUCT_CHANGED -> Optional.of(state(event.getProductChanged().getProduct()));
            // An event of a later version of the contract, which does not concern us.
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static ProductState state(Product product) {
        if (product.getId().isEmpty()) {
            throw new IllegalArgumentException("a product without id");
        }
        var changed = product.getUpdateTime();
        Instant time = Instant.ofEpochSecond(changed.getSeconds(), changed.getNanos());
        return new ProductState(product.getId(), product.getCode(), product.getName(), time, false);
    }

    private static ProductState gone(ReceivedEvent<ProductEvent> event) {
        return new ProductState(event.key(), "", "", event.headers().time(), true);
    }
}
