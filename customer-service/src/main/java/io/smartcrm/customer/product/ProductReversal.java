package io.smartcrm.customer.product;

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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes back what an import did to products; those that orders still name stay. */
@ApplicationScoped
class ProductReversal implements Reversible {
    private static final String CODES = "select code from product where id = any (?)";
    /** Lines have no index by product: all of them are read once, however many products go. */
    private static final String USED = "create temp table if not exists reversal_used_product on commit drop as"
            + " select distinct product_id as id from order_line";

    private static final String STILL_USED = "select id from reversal_used_product where id = any (?)";

    private final Outbox outbox;

    ProductReversal(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public int turn() {
        return 80;
    }

    @Override
    public int atOnce() {
        return 20_000;
    }

    @Override
    public long undo(Connection connection, List<RecordChange> changes) throws SQLException {
        var table = new JournaledTable(connection, kind());
        var todo = table.lock(changes);
        List<UUID> gone = new ArrayList<>(JournaledTable.idsOf(todo.getOrDefault(Undoing.DELETE, List.of())));
        if (!gone.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(USED);
            }
            Set<UUID> used = new HashSet<>(table.ids(STILL_USED, gone));
            gone.removeIf(used::contains);
            table.execute("delete from product_price_change where product_id = any (?)", gone);
            table.execute("delete from product where id = any (?)", gone);
        }
        List<RecordChange> restored = todo.getOrDefault(Undoing.RESTORE, List.of());
        table.restore(restored);
        List<OutboxEvent> events = new ArrayList<>();
        gone.forEach(id -> events.add(ProductEvents.gone(id)));
        var products = new ProductTable(connection);
        products.lock(codes(connection, JournaledTable.idsOf(restored)))
                .values()
                .forEach(product -> events.add(ProductEvents.changed(product.toDomain())));
        outbox.append(connection, events);
        return (long) gone.size()
                + restored.size()
                + todo.getOrDefault(Undoing.NOTHING, List.of()).size();
    }

    private static List<String> codes(Connection connection, List<UUID> ids) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CODES)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
        }
        return codes;
    }
}
