package io.smartcrm.customer.profile;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes back what an import did to customers; those that facts are known of stay. */
@ApplicationScoped
class CustomerReversal implements Reversible {
    /** Tables of other features that hold facts about a customer, as far as there are such. */
    private static final List<String> FACTS =
            List.of("sales_order", "support_case", "interaction", "consent_record", "customer_note");

    private static final String PRESENT =
            "select name from unnest(?::text[]) as name where to_regclass(name) is not null";
    private static final String WITH_FACTS = """
        select customer.id from customer where id = any (?)
            and (exists (select from customer other where other.merged_into = customer.id)%s)\
        """;
    private static final String WITH_FACT = " or exists (select from %1$s where %1$s.customer_id = customer.id)";
    private static final List<String> DELETE = List.of(
            "delete from customer_identity where customer_id = any (?)",
            "delete from data_key where customer_id = any (?)",
            "delete from customer where id = any (?)");

    private final CustomerRecords records;
    private final Outbox outbox;

    CustomerReversal(CustomerRecords records, Outbox outbox) {
        this.records = records;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public int turn() {
        return 90;
    }

    @Override
    public long undo(Connection connection, List<RecordChange> changes) throws SQLException {
        var table = new JournaledTable(connection, kind());
        var todo = table.lock(changes);
        List<UUID> gone = new ArrayList<>(JournaledTable.idsOf(todo.getOrDefault(Undoing.DELETE, List.of())));
        Set<UUID> used = new HashSet<>(table.ids(withFacts(connection), gone));
        gone.removeIf(used::contains);
        for (String delete : DELETE) {
            table.execute(delete, gone);
        }
        List<RecordChange> restored = todo.getOrDefault(Undoing.RESTORE, List.of());
        table.restore(restored);
        List<OutboxEvent> events = new ArrayList<>();
        gone.forEach(id -> events.add(CustomerEvents.erased(id)));
        records.find(connection, JournaledTable.idsOf(restored))
                .forEach(customer -> events.add(CustomerEvents.changed(customer)));
        outbox.append(connection, events);
        return (long) gone.size()
                + restored.size()
                + todo.getOrDefault(Undoing.NOTHING, List.of()).size();
    }

    private static String withFacts(Connection connection) throws SQLException {
        var facts = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(PRESENT)) {
            statement.setArray(1, connection.createArrayOf("text", FACTS.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.append(WITH_FACT.formatted(row.getString(1)));
                }
            }
        }
        return WITH_FACTS.formatted(facts);
    }
}
