package io.smartcrm.recommend.catalog;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.recommend.numbering.Numbers;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductEventsTest {
    @Inject
    AgroalDataSource database;

    @Inject
    Products products;

    @Test
    void theLaterStateOfAProductWinsInWhateverOrderItArrives() throws Throwable {
        // Given
        int number = number("pe-lamp");

        // When
        receive(product("pe-lamp", "OLD LAMP"), product("pe-lamp", "LAMP", NOON.plusSeconds(60)));
        receive(product("pe-lamp", "OLDER LAMP", NOON.minusSeconds(60)));

        // Then
        assertThat(onSale(number))
                .containsEntry(number, new Product(number, "pe-lamp", "C-pe-lamp", "LAMP", true, List.of()));
    }

    @Test
    void aProductKnownOnlyFromPurchasesIsNotOnSale() throws Throwable {
        // When
        int number = number("pe-nameless");

        // Then
        assertThat(onSale(number)).isEmpty();
    }

    @Test
    void aTombstoneTakesAProductOffSaleUntilItIsChangedAgain() throws Throwable {
        // Given
        receive(product("pe-cup", "CUP"));
        int number = number("pe-cup");

        // When
        receive(event("pe-cup", Optional.empty()));

        // Then
        assertThat(onSale(number)).isEmpty();
        receive(product("pe-cup", "NEW CUP", NOON.plusSeconds(60)));
        assertThat(onSale(number)).containsKey(number);
    }

    @Test
    void numbersAreGivenOnceAndForEver() throws SQLException {
        // When
        int first = number("pe-once");

        // Then
        assertThat(number("pe-once")).isEqualTo(first);
        assertThat(number("pe-other")).isNotEqualTo(first);
    }

    @Test
    void aProductWithoutIdIsRefused() {
        assertThatThrownBy(() -> receive(product("", "NOBODY")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without id");
    }

    private Map<Integer, Product> onSale(int number) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> products.named(List.of(number))))
                .entrySet()
                .stream()
                .filter(product -> product.getValue().onSale())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int number(String id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Numbers.PRODUCTS.of(connection, Set.of(id)).getOrDefault(id, 0);
        }
    }

    private void receive(ProductEvent... events) throws SQLException {
        for (ProductEvent event : events) {
            receive(event(event.getProductChanged().getProduct().getId(), Optional.of(event)));
        }
    }

    private void receive(ReceivedEvent<ProductEvent> event) throws SQLException {
        try (Connection connection = database.getConnection()) {
            ProductEvents.project(connection, List.of(event));
        }
    }

    private static ReceivedEvent<ProductEvent> event(String key, Optional<ProductEvent> message) {
        EventHeaders headers =
                new EventHeaders(TimeOrderedId.next(), "/customer-service", "test", NOON, Optional.empty());
        return new ReceivedEvent<>(headers, key, message, new ConsumerRecord<>("products", 0, 0, key, new byte[0]));
    }
}
