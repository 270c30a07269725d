package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.activity.FurtherOrderEvents;
import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Grants points for orders and takes them back for refunds, while there is a programme. */
@ApplicationScoped
class EarningEvents implements FurtherOrderEvents {
    @Override
    public void apply(Connection connection, List<ReceivedEvent<OrderEvent>> events, Set<String> erased)
            throws SQLException {
        Optional<Programme> programme = new ProgrammeTable(connection).read();
        if (programme.isEmpty()) {
            return;
        }
        Instant start = programme.get().terms().startTime();
        List<EarningOrder> orders = events.stream()
                .flatMap(event -> event.message().stream())
                .flatMap(event -> order(event, erased))
                .filter(order -> !order.time().isBefore(start))
                .toList();
        new OrderPoints(connection, programme.get(), Clock.systemUTC()).apply(orders);
    }

    private static Stream<EarningOrder> order(OrderEvent event, Set<String> erased) {
        return switch (event.getEventCase()) {
            case ORDER_PLACED ->
                Stream.of(order(EarningOrder.Kind.SALE, event.getOrderPlaced().getOrder(), erased));
            case REFUND_ISSUED ->
                Stream.of(
                        order(EarningOrder.Kind.REFUND, event.getRefundIssued().getOrder(), erased));
            case ADJUSTMENT_BOOKED ->
                Stream.of(order(
                        EarningOrder.Kind.NOTHING, event.getAdjustmentBooked().getOrder(), erased));
            case EVENT_NOT_SET -> Stream.empty();
        };
    }

    private static EarningOrder order(EarningOrder.Kind kind, Order order, Set<String> erased) {
        String currency = order.getTotal().getCurrencyCode();
        return new EarningOrder(
                UUID.fromString(order.getId()),
                order.getVersion(),
                id(order.getCustomerId()).filter(id -> !erased.contains(id.toString())),
                kind,
                Instant.ofEpochSecond(
                        order.getOrderTime().getSeconds(), order.getOrderTime().getNanos()),
                currency,
                order.getTotal().getMinorUnits(),
                id(order.getRefundedOrderId()),
                order.getChannel(),
                order.getLinesList().stream().map(line -> line(line, currency)).toList());
    }

    private static Purchase.Line line(OrderLine line, String currency) {
        BigDecimal amount = number(line.getQuantity())
                .multiply(number(line.getUnitPrice()))
                .subtract(number(line.getDiscount()))
                .add(number(line.getTax()));
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new Purchase.Line(
                UUID.fromString(line.getProductId()),
                amount.movePointRight(digits)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
    }

    private static BigDecimal number(String decimal) {
        return decimal.isEmpty() ? BigDecimal.ZERO : new BigDecimal(decimal);
    }

    private static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }
}
