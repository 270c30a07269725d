package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole order as another system tells it by itself.
 *
 * @param number its name in that system; 1 to 100 characters
 * @param country ISO 3166-1 alpha-2 where it was recognised; at most 100 characters
 * @param lines 1 to 1,000
 * @param total what the caller thinks it comes to, checked
 * @param state of a sale; empty when nobody said
 * @param refundOf number of the order that a refund gives back; empty when unknown
 * @param sourceVersion grows with every correction; 0 when the system counts none
 */
public record ToldOrder(
        String number,
        OrderKind kind,
        Optional<UUID> customerId,
        Instant orderTime,
        String country,
        String currency,
        List<ToldLine> lines,
        BigDecimal shipping,
        Optional<BigDecimal> total,
        String channel,
        Optional<OrderState> state,
        String refundOf,
        long sourceVersion) {
    private static final int MAX_LINES = 1_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    /** @throws Failure INVALID when a field breaks its limits or the amounts do not add up */
    public ToldOrder {
        number = text("number", number, 100);
        if (number.isEmpty()) {
            throw Failure.invalid("number", "is missing");
        }
        requireNonNull(kind, "kind is null");
        requireNonNull(customerId, "customerId is null");
        orderTime = orderTime.truncatedTo(ChronoUnit.MICROS);
        if (orderTime.isBefore(EARLIEST) || !orderTime.isBefore(LATEST)) {
            throw Failure.invalid("orderTime", orderTime + " is not within 1900 to 2100");
        }
        country = text("country", country, 100);
        Money.fractionDigits(currency);
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw Failure.invalid("lines", lines.size() + " lines are not 1 to " + MAX_LINES);
        }
        channel = text("channel", channel, 40);
        refundOf = text("refundOf", refundOf, 100);
        if (kind != OrderKind.SALE && state.isPresent()) {
            throw Failure.invalid("state", "is for sales; a " + kind + " has none");
        }
        if (kind != OrderKind.REFUND && !refundOf.isEmpty()) {
            throw Failure.invalid("refundOf", "is for refunds; this is a " + kind);
        }
        if (kind == OrderKind.SALE && shipping.signum() < 0) {
            throw Failure.invalid("shipping", shipping.toPlainString() + " is negative");
        }
        if (sourceVersion < 0) {
            throw Failure.invalid("sourceVersion", sourceVersion + " is negative");
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).check("lines[" + i + "].", kind);
        }
        checkTotal(currency, lines, shipping, total);
    }

    /** The order this makes with its products known, in the state that holds now. */
    Order toOrder(OrderId id, List<UUID> products, OrderState nextState, Optional<OrderId> refunded, long version) {
        List<OrderLine> orderLines = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            orderLines.add(lines.get(i).toLine(i + 1, products.get(i)));
        }
        var terms = new OrderTerms(nextState, channel, shipping, sourceVersion);
        return new Order(
                id,
                number,
                kind,
                customerId,
                orderTime,
                country,
                new Money(currency, Order.sum(orderLines, terms)),
                orderLines,
                refunded,
                terms,
                version);
    }

    ToldOrder of(Optional<UUID> customer) {
        return new ToldOrder(
                number,
                kind,
                customer,
                orderTime,
                country,
                currency,
                lines,
                shipping,
                total,
                channel,
                state,
                refundOf,
                sourceVersion);
    }

    private static void checkTotal(
            String currency, List<ToldLine> lines, BigDecimal shipping, Optional<BigDecimal> total) {
        BigDecimal sum = lines.stream().map(ToldLine::amount).reduce(shipping, BigDecimal::add);
        total.filter(told -> told.compareTo(sum) != 0
                        && new Money(currency, told).minorUnits() != new Money(currency, sum).minorUnits())
                .ifPresent(told -> {
                    throw Failure.invalid(
                            "total",
                            told.toPlainString() + " is not " + sum.toPlainString() + " " + currency
                                    + ", which the lines less discounts, with tax and shipping, make");
                });
    }

    private static String text(String field, String text, int longest) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length > longest) {
            throw Failure.invalid(field, "is " + length + " characters long, more than " + longest);
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character, such as a line break");
        }
        return stripped;
    }
}
