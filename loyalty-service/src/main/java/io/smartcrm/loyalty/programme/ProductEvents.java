package io.smartcrm.loyalty.programme;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads which categories products are of, and values orders again that waited for it. */
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
        Collection<ProductFact> facts =
                ProductFact.latest(events.stream().map(ProductEvents::fact).toList());
        // Nobody is erased meanwhile: asked first, as orders do, so that neither waits for the other for ever.
        ErasedCustomers.among(connection, List.of());
        var table = new CategoryTable(connection);
        table.lock();
        table.put(facts);
        Optional<Programme> programme = new ProgrammeTable(connection).read();
        if (programme.isPresent()) {
            new OrderPoints(connection, programme.get(), Clock.systemUTC())
                    .valueWaiting(facts.stream().map(ProductFact::product).toList());
        }
    }

    private static ProductFact fact(ReceivedEvent<ProductEvent> received) {
        Instant eventTime = received.headers().time();
        if (received.message().isEmpty()) {
            return new ProductFact(UUID.fromString(received.key()), "", eventTime);
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
        return new ProductFact(
                UUID.fromString(product.getId()), String.join("/", product.getCategoryPathList()), updateTime);
    }
}
