package io.smartcrm.customer.order;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.CountryTotal;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderLine;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc.OrderServiceBlockingStub;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrderGrpcTest {
    private static final String INSERT_ORDER = """
            insert into sales_order (id, number, kind, customer_id, order_time, country, currency, total, line_count)
            values (?, ?, ?, ?, ?::timestamptz, 'DE', 'EUR', ?::numeric, 2)""";
    private static final String INSERT_LINE = "insert into order_line values (?, ?, ?, ?::numeric, ?::numeric)";
    private static final String INSERT_TOTAL = "insert into country_total values (?, ?, ?, ?, ?::numeric)";

    private final UUID customer = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private OrderServiceBlockingStub orders;

    @BeforeEach
    void connect() {
        calls = new Calls();
        orders = OrderServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void anOrderIsShownWithItsLinesAsTheyAreInTheBooks() throws SQLException {
        // Given
        UUID id = store("SALE", "2026-01-01T10:00:00Z", "7.665");
        UUID product = UUID.randomUUID();
        execute(INSERT_LINE, id, 2, product, "0.5", "0.03");
        execute(INSERT_LINE, id, 1, product, "3", "2.55");

        // When
        var order = get(id.toString());

        // Then
        assertThat(order.getKind()).isEqualTo(OrderKind.ORDER_KIND_SALE);
        assertThat(order.getCustomerId()).isEqualTo(customer.toString());
        assertThat(order.getTotal()).isEqualTo(money("EUR", 766));
        assertThat(order.getVersion()).isEqualTo(1);
        assertThat(order.getRefundedOrderId()).isEmpty();
        assertThat(order.getLinesList())
                .containsExactly(line(1, product, "3", "2.55"), line(2, product, "0.5", "0.03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01890a5d-ac96-774b-bcce-b302099a8057", "536365"})
    void anUnknownOrderIsNotFound(String id) {
        // Given
        // When
        var failure = failureOf(() -> get(id));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.reason()).isEqualTo("ORDER_NOT_FOUND");
    }

    @Test
    void theOrdersOfACustomerComeNewestFirstWithoutLines() throws SQLException {
        // Given
        UUID first = store("SALE", "2026-01-01T10:00:00Z", "1");
        UUID third = store("REFUND", "2026-01-03T10:00:00Z", "-1");
        UUID second = store("SALE", "2026-01-02T10:00:00Z", "1");
        execute(INSERT_LINE, first, 1, UUID.randomUUID(), "1", "1");

        // When
        var listed = pages(ListOrdersRequest.newBuilder().setCustomerId(customer.toString()), 2);

        // Then
        assertThat(listed)
                .extracting(Order::getId)
                .containsExactly(third.toString(), second.toString(), first.toString());
        assertThat(listed).allSatisfy(order -> assertThat(order.getLinesList()).isEmpty());
    }

    @Test
    void ordersOfOneTimeAreNeitherSkippedNorRepeated() throws SQLException {
        // Given
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            stored.add(store("SALE", "2026-01-01T10:00:00Z", "1").toString());
        }

        // When
        var listed = pages(ListOrdersRequest.newBuilder().setCustomerId(customer.toString()), 2);

        // Then
        assertThat(listed).extracting(Order::getId).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void ordersCanBeNarrowedToAKind() throws SQLException {
        // Given
        store("SALE", "2026-01-01T10:00:00Z", "1");
        UUID refund = store("REFUND", "2026-01-03T10:00:00Z", "-1");

        // When
        var listed = pages(
                ListOrdersRequest.newBuilder()
                        .setCustomerId(customer.toString())
                        .setFilter("kind = \"REFUND\""),
                50);

        // Then
        assertThat(listed).extracting(Order::getId).containsExactly(refund.toString());
    }

    @Test
    void aCustomerWithoutOrdersHasNone() {
        // Given
        var request = ListOrdersRequest.newBuilder().setCustomerId(customer.toString());

        // When
        var listed = pages(request, 50);

        // Then
        assertThat(listed).isEmpty();
    }

    @Test
    void anyOtherFilterIsRefused() {
        // Given
        var request =
                ListOrdersRequest.newBuilder().setFilter("country = \"DE\"").build();

        // When
        var failure = failureOf(() -> orders.listOrders(request));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("kind = \"SALE\"");
    }

    @Test
    void theSumsOfACountryAreRoundedOnceByTheDigitsOfTheirCurrency() throws SQLException {
        // Given
        String country = "Test " + customer;
        execute(INSERT_TOTAL, country, "EUR", "SALE", 3L, "10.005");
        execute(INSERT_TOTAL, country, "EUR", "REFUND", 2L, "-4.005");
        execute(INSERT_TOTAL, country, "JPY", "ADJUSTMENT", 1L, "-1000.5");

        // When
        var totals = orders.listCountryTotals(ListCountryTotalsRequest.getDefaultInstance()).getTotalsList().stream()
                .filter(total -> total.getCountry().equals(country))
                .toList();

        // Then
        assertThat(totals)
                .containsExactly(
                        CountryTotal.newBuilder()
                                .setCountry(country)
                                .setSaleCount(3)
                                .setRefundCount(2)
                                .setSales(money("EUR", 1000))
                                .setRefunds(money("EUR", -400))
                                .setAdjustments(money("EUR", 0))
                                .setTotal(money("EUR", 600))
                                .build(),
                        CountryTotal.newBuilder()
                                .setCountry(country)
                                .setAdjustmentCount(1)
                                .setSales(money("JPY", 0))
                                .setRefunds(money("JPY", 0))
                                .setAdjustments(money("JPY", -1000))
                                .setTotal(money("JPY", -1000))
                                .build());
    }

    private static Money money(String currency, long minorUnits) {
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setMinorUnits(minorUnits)
                .build();
    }

    private static OrderLine line(int number, UUID product, String quantity, String unitPrice) {
        return OrderLine.newBuilder()
                .setLineNumber(number)
                .setProductId(product.toString())
                .setQuantity(quantity)
                .setUnitPrice(unitPrice)
                .build();
    }

    private Order get(String id) {
        return orders.getOrder(GetOrderRequest.newBuilder().setId(id).build()).getOrder();
    }

    private List<Order> pages(ListOrdersRequest.Builder request, int size) {
        List<Order> all = new ArrayList<>();
        request.setPageSize(size);
        do {
            var page = orders.listOrders(request.build());
            all.addAll(page.getOrdersList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }

    private UUID store(String kind, String time, String total) throws SQLException {
        UUID id = UUID.randomUUID();
        execute(INSERT_ORDER, id, "N-" + id, kind, customer, time, total);
        return id;
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
