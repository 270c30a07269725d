package io.smartcrm.customer.interaction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions by time: makes those that are needed and drops weeks of message ids that nobody asks for any more. */
@ApplicationScoped
class Partitions {
    private static final String WEEK_PREFIX = "interaction_message_";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'interaction_'yyyy_MM");
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("'" + WEEK_PREFIX + "'yyyy_MM_dd");
    private static final String PRESENT = """
        select inhrelid::regclass::text from pg_inherits
        where inhparent in ('interaction'::regclass, 'interaction_message'::regclass)\
        """;

    private final AgroalDataSource database;
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Clock clock = Clock.systemUTC();

    Partitions(AgroalDataSource database) {
        this.database = database;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Makes room for interactions of these times, and for message ids of a day; in a transaction of its own, so that what
     * was made stays when the caller's is undone.
     */
    void prepare(Collection<Instant> times, LocalDate day) throws SQLException {
        Map<String, Instant> months = new TreeMap<>();
        times.forEach(time -> months.put(MONTH.format(YearMonth.from(time.atOffset(ZoneOffset.UTC))), time));
        months.keySet().removeAll(present);
        if (months.isEmpty() && present.contains(WEEK.format(monday(day)))) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            List<String> found = partitions(connection);
            months.keySet().removeAll(found);
            for (Instant time : months.values()) {
                call(connection, "select add_interaction_month(?::timestamptz)", time.toString());
            }
            if (!found.contains(WEEK.format(monday(day)))) {
                call(connection, "select add_interaction_week(?::date)", day.toString());
            }
            present.addAll(partitions(connection));
        }
    }

    /** Makes the partitions of the days to come and drops the weeks that are past the retention. */
    void keepUp(Duration messageRetention) throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        prepare(List.of(now, now.plus(Duration.ofDays(31))), today);
        prepare(List.of(), today.plusDays(7));
        LocalDate kept = monday(LocalDate.ofInstant(now.minus(messageRetention), ZoneOffset.UTC));
        try (Connection connection = database.getConnection()) {
            for (String partition : partitions(connection)) {
                if (partition.startsWith(WEEK_PREFIX) && partition.compareTo(WEEK.format(kept)) < 0) {
                    drop(connection, partition);
                }
            }
        }
    }

    /** Within a short time or not now: who waits for the lock holds up all that come after. */
    private void drop(Connection connection, String partition) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("drop table " + partition);
            connection.commit();
            present.remove(partition);
            Log.infof("Message ids of %s are forgotten", partition);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<String> partitions(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PRESENT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void call(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.execute();
        }
    }
}
