package io.smartcrm.recommend.catalog;

import com.google.protobuf.Value;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.customer.v1.ProductStatus;
import io.smartcrm.proto.type.v1.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the catalogue as the product events say; a tombstone, its end or an empty stock takes a product off sale. */
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
        return new ProductState(
                product.getId(),
                product.getCode(),
                product.getName(),
                product.getCategoryPathList(),
                product.getBrand(),
                price(product),
                content(product),
                texts(product),
                attributes(product),
                Instant.ofEpochSecond(changed.getSeconds(), changed.getNanos()),
                product.getStatus() == ProductStatus.PRODUCT_STATUS_DISCONTINUED || isOutOfStock(product));
    }

    private static OptionalDouble price(Product product) {
        if (!product.hasListPrice() && !product.hasPrice()) {
            return OptionalDouble.empty();
        }
        Money price = product.hasListPrice() ? product.getListPrice() : product.getPrice();
        int digits = Math.max(0, Currency.getInstance(price.getCurrencyCode()).getDefaultFractionDigits());
        return OptionalDouble.of(price.getMinorUnits() / Math.pow(10, digits));
    }

    /** The attribute {@code stock}, where the shop keeps it. */
    private static boolean isOutOfStock(Product product) {
        Value stock = product.getAttributesMap().get("stock");
        return stock != null && stock.hasNumberValue() && stock.getNumberValue() <= 0;
    }

    private static String content(Product product) {
        return Stream.of(
                        Stream.of(product.getName(), product.getBrand()),
                        product.getNamesMap().values().stream(),
                        product.getDescriptionsMap().values().stream(),
                        product.getCategoryPathList().stream(),
                        product.getAttributesMap().values().stream()
                                .filter(Value::hasStringValue)
                                .map(Value::getStringValue))
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static List<String> texts(Product product) {
        return Stream.of(
                        Stream.of(product.getName()),
                        new TreeMap<>(product.getNamesMap()).values().stream(),
                        new TreeMap<>(product.getDescriptionsMap()).values().stream())
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    private static SortedMap<String, String> attributes(Product product) {
        SortedMap<String, String> attributes = new TreeMap<>();
        product.getAttributesMap().forEach((name, value) -> {
            if (value.hasStringValue()) {
                attributes.put(name, value.getStringValue());
            }
        });
        return attributes;
    }

    private static ProductState gone(ReceivedEvent<ProductEvent> event) {
        return ProductState.gone(event.key(), event.headers().time());
    }
}
