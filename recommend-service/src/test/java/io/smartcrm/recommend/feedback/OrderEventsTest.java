package io.smartcrm.recommend.feedback;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.order;
import static io.smartcrm.recommend.CustomerMessages.placed;
import static io.smartcrm.recommend.CustomerMessages.refund;
import static io.smartcrm.recommend.CustomerMessages.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.AdjustmentBooked;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.recommend.numbering.Numbers;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderEventsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    AgroalDataSource database;

    @Inject
    Histories histories;

    @Test
    void purchasesOfACustomerAddUpAndKeepTheLatestTime() throws Throwable {
        // When
        receive(
                sale("oe-1", "oe-ann", NOON, "oe-lamp", "oe-wick"),
                placed(order("oe-2", "oe-ann", NOON.plus(DAY), 1, "2.5", "oe-lamp")
                        .build()));

        // Then
        assertThat(histories("oe-ann"))
                .containsExactlyInAnyOrder(
                        new Bought(number("oe-lamp"), 3.5, 2, NOON, NOON.plus(DAY)),
                        new Bought(number("oe-wick"), 1, 1, NOON, NOON));
    }

    @Test
    void whatIsGivenBackIsNoPurchaseAnyMore() throws Throwable {
        // When
        receive(
                sale("oe-3", "oe-bob", NOON, "oe-lamp", "oe-wick"),
                refund("oe-4", "oe-bob", NOON.plus(DAY), "oe-lamp"));

        // Then
        assertThat(histories("oe-bob")).containsExactly(new Bought(number("oe-wick"), 1, 1, NOON, NOON));
    }

    @Test
    void aRefundWithoutItsSaleLeavesNothing() throws Throwable {
        // When
        receive(refund("oe-5", "oe-cleo", NOON, "oe-lamp"));

        // Then
        assertThat(histories("oe-cleo")).isEmpty();
    }

    @Test
    void theHighestVersionOfAnOrderWinsWithinABatchAndAgainstWhatIsThere() throws Throwable {
        // When
        receive(
                placed(order("oe-6", "oe-dan", NOON, 3, "1", "oe-cup").build()),
                placed(order("oe-6", "oe-dan", NOON, 2, "1", "oe-lamp").build()));
        receive(placed(order("oe-6", "oe-dan", NOON, 1, "1", "oe-wick").build()));

        // Then
        assertThat(histories("oe-dan")).extracting(Bought::product).containsExactly(number("oe-cup"));
    }

    @Test
    void aCorrectionMayMoveAnOrderToAnotherCustomer() throws Throwable {
        // Given
        receive(sale("oe-7", "", NOON, "oe-cup"));

        // When
        receive(placed(order("oe-7", "oe-eve", NOON, 2, "1", "oe-cup").build()));

        // Then
        assertThat(histories("oe-eve")).extracting(Bought::product).containsExactly(number("oe-cup"));
    }

    @Test
    void anOrderCorrectedToAnAdjustmentMovedNoGoods() throws Throwable {
        // Given
        receive(sale("oe-8", "oe-fay", NOON, "oe-cup"));
        AdjustmentBooked adjustment = AdjustmentBooked.newBuilder()
                .setOrder(order("oe-8", "oe-fay", NOON, 2, "1", "oe-cup"))
                .build();

        // When
        receive(OrderEvent.newBuilder().setAdjustmentBooked(adjustment).build());

        // Then
        assertThat(histories("oe-fay")).isEmpty();
    }

    @Test
    void theRevisionGrowsOnlyWithChanges() throws SQLException {
        // Given
        receive(sale("oe-9", "oe-gus", NOON, "oe-cup"));
        long before = state().revision();

        // When
        receive(sale("oe-9", "oe-gus", NOON, "oe-cup"));

        // Then
        assertThat(state().revision()).isEqualTo(before);
        receive(sale("oe-10", "oe-gus", NOON, "oe-cup"));
        assertThat(state().revision()).isEqualTo(before + 1);
        assertThat(state().eventTime()).isPresent();
    }

    @Test
    void ordersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> receive(placed(
                        order("oe-11", "oe-hal", NOON, 1, "many", "oe-cup").build())))
                .isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> receive(sale("", "oe-hal", NOON, "oe-cup")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without id");
        assertThatThrownBy(() -> receive(sale("oe-12", "oe-hal", NOON, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("product ''");
    }

    @Test
    void aSampleHoldsTheLatestPairsWhereThereAreTooMany() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Given
            project(
                    connection,
                    sale("oe-13", "oe-ida", NOON.plus(DAY.multipliedBy(400)), "oe-new"),
                    sale("oe-14", "oe-ida", NOON, "oe-old"));
            int newer = Numbers.PRODUCTS.of(connection, Set.of("oe-new")).getOrDefault("oe-new", 0);

            // When
            FeedbackSample all = FeedbackSample.read(connection, 1_000_000, Set.of());
            FeedbackSample latest = FeedbackSample.read(connection, 1, Set.of());
            connection.rollback();

            // Then
            assertThat(all.events().size()).isGreaterThanOrEqualTo(2);
            assertThat(all.products()).contains(newer).isSorted();
            assertThat(latest.events().size()).isOne();
            assertThat(latest.products()).containsExactly(newer);
            assertThat(latest.lines()).isEqualTo(all.lines());
        }
    }

    private List<Bought> histories(String customer) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> histories.of(customer)));
    }

    private FeedbackState state() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return FeedbackState.read(connection);
        }
    }

    private int number(String product) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Numbers.PRODUCTS.of(connection, Set.of(product)).getOrDefault(product, 0);
        }
    }

    private void receive(OrderEvent... events) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            project(connection, events);
            connection.commit();
        }
    }

    private static void project(Connection connection, OrderEvent... events) throws SQLException {
        OrderEvents.project(
                connection, Arrays.stream(events).map(OrderEventsTest::received).toList());
    }

    private static ReceivedEvent<OrderEvent> received(OrderEvent event) {
        EventHeaders headers =
                new EventHeaders(TimeOrderedId.next(), "/customer-service", "test", NOON, Optional.empty());
        return new ReceivedEvent<>(
                headers, "key", Optional.of(event), new ConsumerRecord<>("orders", 0, 0, "key", event.toByteArray()));
    }
}
