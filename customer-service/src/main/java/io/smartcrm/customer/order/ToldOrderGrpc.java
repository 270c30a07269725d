package io.smartcrm.customer.order;

import com.google.protobuf.Timestamp;
import io.smartcrm.customer.profile.CountryName;
import io.smartcrm.proto.customer.v1.OrderInput;
import io.smartcrm.proto.customer.v1.OrderLineInput;
import io.smartcrm.proto.customer.v1.RefundLine;
import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what a caller tells of orders. */
final class ToldOrderGrpc {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private ToldOrderGrpc() {}

    /** @throws Failure INVALID when a field cannot be read or breaks its limits */
    static ToldOrder told(OrderInput message) {
        if (!message.hasOrderTime()) {
            throw Failure.invalid("orderTime", "is missing");
        }
        if (message.getLinesCount() > 1_000) {
            throw Failure.invalid("lines", message.getLinesCount() + " lines are not 1 to 1000");
        }
        var lines = new ArrayList<ToldLine>(message.getLinesCount());
        for (OrderLineInput line : message.getLinesList()) {
            lines.add(line("lines[" + lines.size() + "].", line));
        }
        return new ToldOrder(
                message.getNumber(),
                kind(message.getKind()),
                uuid("customerId", message.getCustomerId()),
                time("orderTime", message.getOrderTime()),
                CountryName.recognise(message.getCountry().strip()),
                message.getCurrencyCode(),
                lines,
                decimal("shipping", message.getShipping()).orElse(BigDecimal.ZERO),
                decimal("total", message.getTotal()),
                message.getChannel(),
                state(message.getState()),
                message.getRefundOf(),
                message.getSourceVersion());
    }

    static OrderSteps.Return returned(int position, RefundLine line) {
        String path = "lines[" + position + "].";
        return new OrderSteps.Return(
                line.getLineNumber(),
                decimal(path + "quantity", line.getQuantity()),
                decimal(path + "amount", line.getAmount()));
    }

    static Optional<OrderState> state(io.smartcrm.proto.customer.v1.OrderState state) {
        return switch (state) {
            case ORDER_STATE_UNSPECIFIED -> Optional.empty();
            case ORDER_STATE_PLACED -> Optional.of(OrderState.PLACED);
            case ORDER_STATE_PAID -> Optional.of(OrderState.PAID);
            case ORDER_STATE_SHIPPED -> Optional.of(OrderState.SHIPPED);
            case ORDER_STATE_DELIVERED -> Optional.of(OrderState.DELIVERED);
            case ORDER_STATE_CANCELLED -> Optional.of(OrderState.CANCELLED);
            case ORDER_STATE_RETURNED -> Optional.of(OrderState.RETURNED);
            case UNRECOGNIZED -> throw Failure.invalid("state", "is not one we know");
        };
    }

    static Instant time(String field, Timestamp time) {
        if (Math.abs(time.getSeconds()) > 250_000_000_000L || time.getNanos() < 0 || time.getNanos() > 999_999_999) {
            throw Failure.invalid(field, "is no time");
        }
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static ToldLine line(String path, OrderLineInput line) {
        return new ToldLine(
                uuid(path + "productId", line.getProductId()),
                line.getProductCode().strip(),
                required(path + "quantity", line.getQuantity()),
                required(path + "unitPrice", line.getUnitPrice()),
                decimal(path + "discount", line.getDiscount()).orElse(BigDecimal.ZERO),
                decimal(path + "tax", line.getTax()).orElse(BigDecimal.ZERO),
                line.getRefundedLineNumber());
    }

    private static OrderKind kind(io.smartcrm.proto.customer.v1.OrderKind kind) {
        return switch (kind) {
            case ORDER_KIND_UNSPECIFIED, ORDER_KIND_SALE -> OrderKind.SALE;
            case ORDER_KIND_REFUND -> OrderKind.REFUND;
            case ORDER_KIND_ADJUSTMENT -> OrderKind.ADJUSTMENT;
            case UNRECOGNIZED -> throw Failure.invalid("kind", "is not one of SALE, REFUND, ADJUSTMENT");
        };
    }

    private static BigDecimal required(String field, String text) {
        return decimal(field, text).orElseThrow(() -> Failure.invalid(field, "is missing"));
    }

    private static Optional<BigDecimal> decimal(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw Failure.invalid(
                    field, "'" + text.substring(0, Math.min(40, text.length())) + "' is not a decimal such as 12.50");
        }
        return Optional.of(new BigDecimal(text));
    }

    private static Optional<UUID> uuid(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid(field, "'" + text + "' is not one of our ids");
        }
    }
}
