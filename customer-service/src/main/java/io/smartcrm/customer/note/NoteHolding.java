package io.smartcrm.customer.note;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The notes on customers; none outlives its customer. */
@ApplicationScoped
class NoteHolding implements CustomerHolding {
    private static final String OF_CUSTOMER = """
        select id, author, text, create_time from customer_note where customer_id = ? order by create_time, id\
        """;
    private static final String MOVE = "update customer_note set customer_id = ?, text = ? where id = ?";
    private static final String DELETE = "delete from customer_note where customer_id = ?";

    private final Vault vault;

    NoteHolding(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        List<Stored> notes = notes(connection, customer);
        if (notes.isEmpty()) {
            return;
        }
        DataKey key = vault.key(connection, customer);
        for (Stored note : notes) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", note.id().toString());
            json.put("author", note.author());
            json.put("text", key.open(NoteRow.FIELD, note.text()));
            json.put("createTime", note.createTime());
            receiver.accept(json);
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        List<String> moved = new ArrayList<>();
        for (Stored note : notes(connection, from)) {
            move(connection, note, from, to);
            moved.add(note.id().toString());
        }
        return moved;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        for (Stored note : notes(connection, to)) {
            if (keys.contains(note.id().toString())) {
                move(connection, note, to, from);
            }
        }
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }

    /** Read and passed on, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(UUID id, String author, byte[] text, String createTime) {}

    private static List<Stored> notes(Connection connection, UUID customer) throws SQLException {
        List<Stored> notes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_CUSTOMER)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    notes.add(new Stored(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getBytes(3),
                            rows.getTimestamp(4).toInstant().toString()));
                }
            }
        }
        return notes;
    }

    private void move(Connection connection, Stored note, UUID from, UUID to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, to);
            statement.setBytes(2, vault.reseal(connection, from, to, NoteRow.FIELD, note.text()));
            statement.setObject(3, note.id());
            statement.executeUpdate();
        }
    }
}
