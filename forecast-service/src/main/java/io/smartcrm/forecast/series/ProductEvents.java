package io.smartcrm.forecast.series;

import com.google.protobuf.Timestamp;
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
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads which categories products belong to. */
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

    private static void project(Connection connection, List<ReceivedEvent<ProductEvent>> events) throws SQLException {
        List<ProductFact> facts = events.stream().map(ProductEvents::fact).toList();
        new SeriesTables(connection).applyProducts(ProductFact.latest(facts), ReceivedTimes.latest(events));
    }

    private static ProductFact fact(ReceivedEvent<ProductEvent> received) {
        Instant eventTime = received.headers().time();
        if (received.message().isEmpty()) {
            return new ProductFact(UUID.fromString(received.key()), List.of(), eventTime);
        }
        ProductEvent event = received.message().get();
        return switch (event.getEventCase()) {
            case PRODUCT_CHANGED -> fact(event.getProductChanged().getProduct(), eventTime);
            case EVENT_NOT_SET ->
                throw new IllegalArgumentException(
                        "event type '" + received.headers().type() + "' is not known");
        };
    }

    private static ProductFact fact(Product product, Instant eventTime) {
        Timestamp time = product.getUpdateTime();
        Instant updateTime =
                product.hasUpdateTime() ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos()) : eventTime;
        return ProductFact.of(UUID.fromString(product.getId()), product.getCategoryPathList(), updateTime);
    }
}
