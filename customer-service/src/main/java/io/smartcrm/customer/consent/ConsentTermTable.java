package io.smartcrm.customer.consent;

import io.smartcrm.customer.consent.ConsentTerm.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The register in the database, on one JDBC connection. */
final class ConsentTermTable {
    private static final String LIST = "select * from consent_term where kind = ? order by name";
    private static final String FIND = "select * from consent_term where kind = ? and name = ? for update";
    private static final String INSERT = """
            insert into consent_term (kind, name, title, description, active) values (?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String UPDATE = """
            update consent_term set title = ?, description = ?, active = ?, version = version + 1
            where kind = ? and name = ? returning *""";
    private static final String DELETE = """
            delete from consent_term term where kind = ? and name = ? and not exists (
                select from consent_record where case term.kind when 'PURPOSE' then purpose else channel end = term.name)
            """;

    private final Connection connection;

    ConsentTermTable(Connection connection) {
        this.connection = connection;
    }

    List<ConsentTerm> list(Kind kind) throws SQLException {
        List<ConsentTerm> terms = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, kind.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    terms.add(term(rows));
                }
            }
        }
        return terms;
    }

    Optional<ConsentTerm> lock(Kind kind, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, kind.name());
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(term(row)) : Optional.empty();
            }
        }
    }

    boolean insert(ConsentTerm term) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, term.kind().name());
            statement.setString(2, term.name());
            statement.setString(3, term.title());
            statement.setString(4, term.description());
            statement.setBoolean(5, term.active());
            return statement.executeUpdate() == 1;
        }
    }

    ConsentTerm update(ConsentTerm term) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setString(1, term.title());
            statement.setString(2, term.description());
            statement.setBoolean(3, term.active());
            statement.setString(4, term.kind().name());
            statement.setString(5, term.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return term(row);
            }
        }
    }

    /** False when a consent names it. */
    boolean delete(Kind kind, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, kind.name());
            statement.setString(2, name);
            return statement.executeUpdate() == 1;
        }
    }

    private static ConsentTerm term(ResultSet row) throws SQLException {
        return new ConsentTerm(
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("title"),
                row.getString("description"),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
