package io.smartcrm.customer.order;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The orders of customers; the books keep them when the customer is forgotten. */
@ApplicationScoped
class OrderHolding implements CustomerHolding {
    private static final int AT_ONCE = 500;

    private final Outbox outbox;

    OrderHolding(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        var table = new OrderTable(connection);
        var ids = table.idsOfCustomer(customer);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            table.find(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).stream()
                    .map(StoredOrder::order)
                    .map(OrderHolding::json)
                    .forEach(receiver);
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        List<String> moved = new ArrayList<>();
        giveAll(connection, from, Optional.of(to), moved);
        return moved;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        var table = new OrderTable(connection);
        for (int start = 0; start < keys.size(); start += AT_ONCE) {
            var ids = keys.subList(start, Math.min(start + AT_ONCE, keys.size())).stream()
                    .map(UUID::fromString)
                    .toList();
            var there = table.lockById(ids).stream()
                    .filter(stored -> stored.order().customerId().equals(Optional.of(to)))
                    .toList();
            give(connection, table, there, Optional.of(from));
        }
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        List<String> erased = new ArrayList<>();
        giveAll(connection, customer, Optional.empty(), erased);
        return erased.size();
    }

    /** What was bought tells nobody who bought it once the profile is gone. */
    @Override
    public long anonymise(Connection connection, UUID customer) {
        return 0;
    }

    private void giveAll(Connection connection, UUID from, Optional<UUID> to, List<String> keys) throws SQLException {
        var table = new OrderTable(connection);
        List<StoredOrder> some = table.lockOfCustomer(from, AT_ONCE);
        while (!some.isEmpty()) {
            give(connection, table, some, to);
            some.forEach(stored -> keys.add(stored.order().id().toString()));
            some = table.lockOfCustomer(from, AT_ONCE);
        }
    }

    private void give(Connection connection, OrderTable table, List<StoredOrder> orders, Optional<UUID> to)
            throws SQLException {
        table.handOver(
                orders.stream().map(stored -> stored.order().id().value()).toList(), to);
        List<OutboxEvent> events = orders.stream()
                .map(StoredOrder::order)
                .map(order -> order.with(order.terms(), to, order.refundedOrder(), order.version() + 1))
                .map(OrderEvents::of)
                .toList();
        outbox.append(connection, events);
    }

    private static Map<String, Object> json(Order order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", order.id().toString());
        json.put("number", order.number());
        json.put("kind", order.kind().name());
        json.put("state", order.terms().state().name());
        json.put("orderTime", order.orderTime().toString());
        json.put("country", order.country());
        json.put("channel", order.terms().channel());
        json.put("currency", order.total().currencyCode());
        json.put("total", order.total().amount());
        json.put("shipping", order.terms().shipping());
        json.put("lines", order.lines().stream().map(OrderHolding::json).toList());
        order.refundedOrder().ifPresent(refunded -> json.put("refundedOrder", refunded.toString()));
        return json;
    }

    private static Map<String, Object> json(OrderLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", line.lineNumber());
        json.put("product", line.productId().toString());
        json.put("quantity", line.quantity());
        json.put("unitPrice", line.unitPrice());
        json.put("discount", line.discount());
        json.put("tax", line.tax());
        return json;
    }
}
