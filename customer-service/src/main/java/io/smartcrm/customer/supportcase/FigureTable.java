package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.supportcase.CaseFigures.Entry;
import io.smartcrm.customer.supportcase.CaseFigures.Measure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The counts of all cases by day, kept with every change of a case, within its transaction. */
final class FigureTable {
    private static final String BOOK = """
        insert into support_case_figure (day, measure, value, case_count) values (?, ?, ?, ?)
        on conflict (day, measure, value) do update set
            case_count = support_case_figure.case_count + excluded.case_count\
        """;
    private static final String SUM = """
        select measure, value, sum(case_count) from support_case_figure where day between ? and ?
        group by measure, value\
        """;
    /** One order of keys for all, so that they wait for each other instead of dying together. */
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::day).thenComparing(Entry::measure).thenComparing(Entry::value);

    private final Connection connection;

    FigureTable(Connection connection) {
        this.connection = connection;
    }

    void book(Map<Entry, Long> changes) throws SQLException {
        Map<Entry, Long> sorted = new TreeMap<>(ORDER);
        sorted.putAll(changes);
        try (PreparedStatement statement = connection.prepareStatement(BOOK)) {
            for (Map.Entry<Entry, Long> change : sorted.entrySet()) {
                statement.setObject(1, change.getKey().day());
                statement.setString(2, change.getKey().measure().name());
                statement.setLong(3, change.getKey().value());
                statement.setLong(4, change.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    CaseFigures between(LocalDate from, LocalDate to) throws SQLException {
        var figures = new CaseFigures();
        try (PreparedStatement statement = connection.prepareStatement(SUM)) {
            statement.setObject(1, from);
            statement.setObject(2, to);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    figures.add(Measure.valueOf(row.getString(1)), row.getLong(2), row.getLong(3));
                }
            }
        }
        return figures;
    }
}
