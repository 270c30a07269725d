package io.smartcrm.customer.order;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Timestamps;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.BatchUpsertOrdersRequest;
import io.smartcrm.proto.customer.v1.ChangeOrderStateRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListOrderStateChangesRequest;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderInput;
import io.smartcrm.proto.customer.v1.OrderLineInput;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc.OrderServiceBlockingStub;
import io.smartcrm.proto.customer.v1.OrderStateChange;
import io.smartcrm.proto.customer.v1.RefundLine;
import io.smartcrm.proto.customer.v1.RefundOrderRequest;
import io.smartcrm.proto.customer.v1.UpsertOrderRequest;
import io.smartcrm.proto.customer.v1.UpsertOrderResponse;
import io.smartcrm.proto.customer.v1.UpsertOutcome;
import io.smartcrm.proto.customer.v1.UpsertResult;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderUpsertGrpcTest {
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AgroalDataSource database;

    @Inject
    OrderHolding holding;

    private Calls calls;
    private OrderServiceBlockingStub orders;

    @BeforeEach
    void connect() {
        calls = new Calls();
        orders = OrderServiceGrpc.newBlockingStub(calls.as("ina", "integrator"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void anOrderIsKeptAsItWasTold() {
        // Given
        String customer = customer();

        // When
        var created = upsert(input("A").setCustomerId(customer).setTotal("37.03"));

        // Then
        Order order = get(created.getOrder().getId());
        assertThat(created.getOutcome()).isEqualTo(UpsertOutcome.UPSERT_OUTCOME_CREATED);
        assertThat(order.getCustomerId()).isEqualTo(customer);
        assertThat(order.getCountry()).isEqualTo("GB");
        assertThat(order.getTotal().getMinorUnits()).isEqualTo(3703);
        assertThat(order.getShipping()).isEqualTo("4.90");
        assertThat(order.getChannel()).isEqualTo("web");
        assertThat(order.getState()).isEqualTo(io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_PLACED);
        assertThat(order.getLines(0).getDiscount()).isEqualTo("3");
        assertThat(order.getLines(0).getTax()).isEqualTo("5.13");
    }

    @Test
    void eventsFollowFromPlacingToCancelling() throws InvalidProtocolBufferException {
        // Given
        String customer = customer();
        String id = upsert(input("A").setCustomerId(customer)).getOrder().getId();

        // When
        upsert(input("A").setCustomerId(customer));
        upsert(input("A").setCustomerId(customer).setChannel("store"));
        move(id, io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_CANCELLED);

        // Then
        List<OrderEvent> events = events(customer, 3);
        assertThat(events)
                .extracting(OrderEvent::getEventCase)
                .containsExactly(
                        OrderEvent.EventCase.ORDER_PLACED,
                        OrderEvent.EventCase.ORDER_PLACED,
                        OrderEvent.EventCase.ADJUSTMENT_BOOKED);
        assertThat(events.get(2).getAdjustmentBooked().getOrder().getVersion()).isEqualTo(3);
        assertThat(events.get(2).getAdjustmentBooked().getOrder().getKind())
                .isEqualTo(io.smartcrm.proto.customer.v1.OrderKind.ORDER_KIND_SALE);
    }

    @Test
    void aCancelledOrderIsInNoSum() {
        // Given
        String country = "Nowhere " + unique;
        upsert(input("A").setCountry(country));
        String id = upsert(input("B").setCountry(country)).getOrder().getId();

        // When
        move(id, io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_CANCELLED);

        // Then
        var total = OrderServiceGrpc.newBlockingStub(calls.as("anna", "analyst"))
                .listCountryTotals(ListCountryTotalsRequest.getDefaultInstance())
                .getTotalsList()
                .stream()
                .filter(sum -> sum.getCountry().equals(country))
                .findFirst()
                .orElseThrow();
        assertThat(total.getSaleCount()).isEqualTo(1);
        assertThat(total.getTotal().getMinorUnits()).isEqualTo(3703);
    }

    @Test
    void statesAreKeptWithTheirTimesAndWrongStepsRefused() {
        // Given
        String id = upsert(input("A")).getOrder().getId();
        move(id, io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_PAID);
        move(id, io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_DELIVERED);

        // When
        var failure = failureOf(() -> move(id, io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_CANCELLED));

        // Then
        var history = orders.listOrderStateChanges(
                        ListOrderStateChangesRequest.newBuilder().setOrderId(id).build())
                .getStateChangesList();
        assertThat(failure.reason()).isEqualTo("ORDER_STATE_IMPOSSIBLE");
        assertThat(history)
                .extracting(OrderStateChange::getState)
                .containsExactly(
                        io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_PLACED,
                        io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_PAID,
                        io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_DELIVERED);
    }

    @Test
    void aRefundTakesItsShareAndNeverMoreThanIsLeft() {
        // Given
        String id = upsert(input("A")).getOrder().getId();

        // When
        Order first = refund(id, "R1", RefundLine.newBuilder().setLineNumber(1).setQuantity("1"));
        Order rest = refund(id, "R2", RefundLine.newBuilder().setLineNumber(1));
        var failure = failureOf(
                () -> refund(id, "R3", RefundLine.newBuilder().setLineNumber(1).setQuantity("1")));
        var nothing = failureOf(() -> refund(id, "R4"));

        // Then
        assertThat(first.getTotal().getMinorUnits()).isEqualTo(-1071);
        assertThat(first.getRefundedOrderId()).isEqualTo(id);
        assertThat(rest.getTotal().getMinorUnits()).isEqualTo(-2142);
        assertThat(rest.getLines(0).getQuantity()).isEqualTo("-2");
        assertThat(failure.reason()).isEqualTo("REFUND_EXCEEDS_LINE");
        assertThat(failure.getMessage()).contains("a refund larger than its order");
        assertThat(nothing.reason()).isEqualTo("REFUND_EXCEEDS_ORDER");
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        // Given
        String id = upsert(input("A")).getOrder().getId();
        var request = RefundOrderRequest.newBuilder()
                .setOrderId(id)
                .setNumber("R-" + unique)
                .setRequestId(unique)
                .build();
        Order first = orders.refundOrder(request).getOrder();

        // When
        Order again = orders.refundOrder(request).getOrder();
        var other = failureOf(() ->
                orders.refundOrder(request.toBuilder().setNumber("R2-" + unique).build()));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void eachOrderOfABatchStandsForItself() {
        // Given
        var batch = BatchUpsertOrdersRequest.newBuilder()
                .addOrders(input("A"))
                .addOrders(input("B").setTotal("1.00"))
                .addOrders(input("C").setCustomerId(UUID.randomUUID().toString()))
                .addOrders(input("D").clearOrderTime())
                .addOrders(input("R")
                        .setKind(io.smartcrm.proto.customer.v1.OrderKind.ORDER_KIND_REFUND)
                        .setRefundOf("A-" + unique)
                        .clearShipping()
                        .setLines(0, line("-9", "1").setRefundedLineNumber(1)))
                .build();

        // When
        var results = orders.batchUpsertOrders(batch).getResultsList();
        var again = orders.batchUpsertOrders(batch).getResults(0);

        // Then
        assertThat(results)
                .extracting(UpsertResult::getField)
                .containsExactly("", "total", "customerId", "orderTime", "");
        assertThat(results)
                .extracting(UpsertResult::getReason)
                .containsExactly("", "INVALID_FIELD", "INVALID_FIELD", "INVALID_FIELD", "REFUND_EXCEEDS_LINE");
        assertThat(again.getOutcome()).isEqualTo(UpsertOutcome.UPSERT_OUTCOME_UNCHANGED);
        assertThat(again.getOrderId()).isEqualTo(results.get(0).getOrderId());
    }

    @Test
    void aThousandOrdersAreTakenAtOnceAndNoneMore() {
        // Given
        var inputs =
                IntStream.range(0, 1_000).mapToObj(i -> input("N" + i).build()).toList();
        var full = BatchUpsertOrdersRequest.newBuilder().addAllOrders(inputs).build();

        // When
        var results = orders.batchUpsertOrders(full).getResultsList();
        var failure = failureOf(() -> orders.batchUpsertOrders(
                full.toBuilder().addOrders(input("more")).build()));

        // Then
        assertThat(results)
                .hasSize(1_000)
                .extracting(UpsertResult::getOutcome)
                .containsOnly(UpsertOutcome.UPSERT_OUTCOME_CREATED);
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly("orders");
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(failureOf(() -> upsert(input("A").setCurrencyCode("XXX"))).violations())
                .extracting(Failure.Violation::field)
                .containsExactly("currency");
        assertThat(failureOf(() -> upsert(input("A").setLines(0, line("ten", "1"))))
                        .violations())
                .extracting(Failure.Violation::field)
                .containsExactly("lines[0].quantity");
        assertThat(failureOf(() -> upsert(input("A").setLines(0, line("1", "1").clearProductCode())))
                        .violations())
                .extracting(Failure.Violation::field)
                .containsExactly("lines[0].productId");
    }

    @Test
    void onlyWhoMayTellOrders() {
        // Given
        var analyst = OrderServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
        var nobody = OrderServiceGrpc.newBlockingStub(calls.anonymous());
        var request = UpsertOrderRequest.newBuilder().setOrder(input("A")).build();

        // When
        var denied = failureOf(() -> analyst.upsertOrder(request));
        var unknown = failureOf(() -> nobody.upsertOrder(request));

        // Then
        assertThat(denied.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(unknown.kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @Test
    void ordersFollowTheirCustomerInAMergeAndBack() throws SQLException, InvalidProtocolBufferException {
        // Given
        String loser = customer();
        String winner = customer();
        String id = upsert(input("A").setCustomerId(loser)).getOrder().getId();

        // When
        List<String> moved = inTransaction(
                connection -> holding.carryOver(connection, UUID.fromString(loser), UUID.fromString(winner)));

        // Then
        assertThat(moved).containsExactly(id);
        assertThat(get(id).getCustomerId()).isEqualTo(winner);
        assertThat(events(winner, 1).get(0).getOrderPlaced().getOrder().getVersion())
                .isEqualTo(2);

        // When
        inTransaction(connection -> {
            holding.bringBack(connection, UUID.fromString(loser), UUID.fromString(winner), moved);
            return moved;
        });

        // Then
        assertThat(get(id).getCustomerId()).isEqualTo(loser);
        assertThat(get(id).getVersion()).isEqualTo(3);
    }

    @Test
    void theBooksKeepTheOrdersOfAForgottenCustomer() throws SQLException, InvalidProtocolBufferException {
        // Given
        String customer = customer();
        String id = upsert(input("A").setCustomerId(customer)).getOrder().getId();
        List<Map<String, Object>> exported = new ArrayList<>();

        // When
        long erased = inTransaction(connection -> {
            holding.export(connection, UUID.fromString(customer), exported::add);
            return holding.erase(connection, UUID.fromString(customer));
        });

        // Then
        assertThat(exported)
                .singleElement()
                .satisfies(order -> assertThat(order).containsEntry("id", id));
        assertThat(erased).isEqualTo(1);
        assertThat(get(id).getCustomerId()).isEmpty();
        assertThat(events(id, 1).get(0).getOrderPlaced().getOrder().getCustomerId())
                .isEmpty();
    }

    private OrderInput.Builder input(String number) {
        return OrderInput.newBuilder()
                .setNumber(number + "-" + unique)
                .setOrderTime(Timestamps.fromMillis(1_767_000_000_000L))
                .setCountry("United Kingdom")
                .setCurrencyCode("EUR")
                .setShipping("4.90")
                .setChannel("web")
                .addLines(line("3", "10").setDiscount("3").setTax("5.13"));
    }

    private OrderLineInput.Builder line(String quantity, String price) {
        return OrderLineInput.newBuilder()
                .setProductCode("lamp-" + unique)
                .setQuantity(quantity)
                .setUnitPrice(price);
    }

    private UpsertOrderResponse upsert(OrderInput.Builder input) {
        return orders.upsertOrder(
                UpsertOrderRequest.newBuilder().setOrder(input).build());
    }

    private void move(String id, io.smartcrm.proto.customer.v1.OrderState state) {
        orders.changeOrderState(ChangeOrderStateRequest.newBuilder()
                .setOrderId(id)
                .setState(state)
                .build());
    }

    private Order refund(String id, String number, RefundLine.Builder... lines) {
        var request = RefundOrderRequest.newBuilder().setOrderId(id).setNumber(number + "-" + unique);
        for (RefundLine.Builder line : lines) {
            request.addLines(line);
        }
        return orders.refundOrder(request.build()).getOrder();
    }

    private Order get(String id) {
        return orders.getOrder(GetOrderRequest.newBuilder().setId(id).build()).getOrder();
    }

    private String customer() {
        return CustomerServiceGrpc.newBlockingStub(calls.as("ina", "integrator"))
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder().setCountry("GB"))
                        .build())
                .getCustomer()
                .getId();
    }

    private static List<OrderEvent> events(String key, int count) throws InvalidProtocolBufferException {
        List<OrderEvent> events = new ArrayList<>();
        try (var topic = new TopicReader(Topics.ORDERS)) {
            await().untilAsserted(() -> assertThat(topic.ofKey(key)).hasSize(count));
            for (ConsumerRecord<String, byte[]> found : topic.ofKey(key)) {
                events.add(OrderEvent.parseFrom(found.value()));
            }
        }
        return events;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T done = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return done;
        }
    }
}
