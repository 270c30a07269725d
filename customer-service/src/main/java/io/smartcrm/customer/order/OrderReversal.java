package io.smartcrm.customer.order;

import io.smartcrm.customer.journal.JournaledTable;
import io.smartcrm.customer.journal.RecordChange;
import io.smartcrm.customer.journal.RecordChange.Undoing;
import io.smartcrm.customer.journal.Reversible;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes back what an import did to orders and their lines; refunds of orders that go wait for them again. */
@ApplicationScoped
class OrderReversal implements Reversible {
    private static final String NUMBERS = "select number from sales_order where id = any (?)";
    private static final String REFUNDS_OF = "select id from sales_order where refunded_order_id = any (?)";
    private static final String UNLINK =
            "update sales_order set refunded_order_id = null, version = version + 1 where id = any (?)";
    private static final String DELETE_LINES = "delete from order_line where order_id = any (?)";
    private static final String DELETE_STATES = "delete from order_state_change where order_id = any (?)";
    private static final String DELETE = "delete from sales_order where id = any (?)";
    private static final String TOLD_LINES =
            "from import_change where import_id = ? and kind = 'order_line' and record_id = any (?)";
    private static final String DELETE_TOLD_LINES =
            "delete from order_line where order_id in (select record_id " + TOLD_LINES + ")";
    /** As they were before the first transaction of the import that replaced them. */
    private static final String RESTORE_LINES = """
        insert into order_line select line.*
        from (select *, min(change_batch) over (partition by record_id) as first_batch %s) change
        cross join jsonb_populate_record(null::order_line, change.before) as line
        where change.change_batch = change.first_batch\
        """.formatted(TOLD_LINES);

    private final Outbox outbox;

    OrderReversal(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "sales_order";
    }

    @Override
    public int turn() {
        return 10;
    }

    @Override
    public long undo(Connection connection, List<RecordChange> changes) throws SQLException {
        var orders = new OrderTable(connection);
        var table = new JournaledTable(connection, kind());
        var todo = table.lock(changes);
        List<UUID> gone = JournaledTable.idsOf(todo.getOrDefault(Undoing.DELETE, List.of()));
        List<RecordChange> restored = todo.getOrDefault(Undoing.RESTORE, List.of());
        List<UUID> restoredIds = JournaledTable.idsOf(restored);
        var totals = new CountryTotalTable();
        List<OutboxEvent> events = new ArrayList<>();
        for (StoredOrder stored : load(connection, orders, gone)) {
            totals.remove(stored.order());
            events.add(OrderEvents.gone(stored.order()));
        }
        load(connection, orders, restoredIds).forEach(stored -> totals.remove(stored.order()));
        Set<UUID> unlinked = new HashSet<>(table.ids(REFUNDS_OF, gone));
        gone.forEach(unlinked::remove);
        table.execute(UNLINK, unlinked);
        table.execute(DELETE_LINES, gone);
        table.execute(DELETE_STATES, gone);
        table.execute(DELETE, gone);
        table.restore(restored);
        restoreLines(connection, restored);
        for (StoredOrder stored : load(connection, orders, restoredIds)) {
            totals.add(stored.order());
            events.add(OrderEvents.of(stored.order()));
        }
        restoredIds.forEach(unlinked::remove);
        load(connection, orders, unlinked).forEach(stored -> events.add(OrderEvents.of(stored.order())));
        totals.book(connection);
        outbox.append(connection, events);
        return (long) gone.size()
                + restored.size()
                + todo.getOrDefault(Undoing.NOTHING, List.of()).size();
    }

    private static Collection<StoredOrder> load(Connection connection, OrderTable orders, Collection<UUID> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> numbers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
        }
        return orders.lockByNumber(numbers).values();
    }

    private static void restoreLines(Connection connection, List<RecordChange> restored) throws SQLException {
        if (restored.isEmpty()) {
            return;
        }
        UUID importId = restored.get(0).importId();
        for (String sql : List.of(DELETE_TOLD_LINES, RESTORE_LINES)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, importId);
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", JournaledTable.idsOf(restored).toArray()));
                statement.executeUpdate();
            }
        }
    }
}
