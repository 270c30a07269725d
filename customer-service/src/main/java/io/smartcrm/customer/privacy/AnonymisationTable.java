package io.smartcrm.customer.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Anonymisations in the database, on one JDBC connection. */
final class AnonymisationTable {
    private static final String INSERT =
            "insert into anonymisation (id, customers, purpose, anonymise_time) values (?, ?, ?, ?)";
    private static final String FIND = "select id, customers, anonymise_time from anonymisation where id = ?";
    private static final String ALL = "select id, customers, anonymise_time from anonymisation order by id";

    private final Connection connection;

    AnonymisationTable(Connection connection) {
        this.connection = connection;
    }

    void insert(ErasureLedger.Line line, String purpose) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, line.id());
            statement.setArray(
                    2, connection.createArrayOf("uuid", line.customers().toArray()));
            statement.setString(3, purpose);
            statement.setObject(4, line.time().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    Optional<ErasureLedger.Line> find(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, id);
            return lines(statement).stream().findFirst();
        }
    }

    List<ErasureLedger.Line> all() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            return lines(statement);
        }
    }

    private static List<ErasureLedger.Line> lines(PreparedStatement statement) throws SQLException {
        List<ErasureLedger.Line> lines = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Instant time =
                        row.getObject("anonymise_time", OffsetDateTime.class).toInstant();
                lines.add(new ErasureLedger.Line(
                        ErasureLedger.Deed.ANONYMISE, row.getObject("id", UUID.class), time, List.of((UUID[])
                                row.getArray("customers").getArray())));
            }
        }
        return lines;
    }
}
