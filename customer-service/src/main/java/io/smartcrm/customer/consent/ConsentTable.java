package io.smartcrm.customer.consent;

import io.smartcrm.customer.consent.ConsentWord.State;
import io.smartcrm.customer.listing.TimePosition;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Consents in the database by the set, on one JDBC connection. */
final class ConsentTable {
    static final String COLUMNS = """
            customer_id, purpose, channel, state, effective_time, expire_time, source, text_version, evidence,
            record_time""";
    private static final String LOCK_TERMS = """
            select told.name from unnest(?::text[]) as told (name)
            where not exists (
                select from consent_term where kind = ? and name = told.name and (active or not ?) for share)""";
    /** Whoever else says something for these customers, or forgets them, waits: the last word is found by one at a time. */
    private static final String LOCK_CUSTOMERS =
            "select id from customer where id = any (?) order by id for no key update";

    private static final String RECORD = """
            insert into consent_record (id, %1$s)
            select id, %1$s
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::text[], ?::text[], ?::text[], ?::timestamptz[]) as told (id, %1$s)
            order by customer_id, purpose, channel, effective_time, state
            on conflict do nothing returning %1$s""".formatted(COLUMNS);
    /** Of what was said at one time the withdrawal counts: in doubt nothing is allowed. */
    private static final String TAKE_OVER = """
            with said as (
                select distinct on (customer_id, purpose, channel) %1$s
                from consent_record
                where (customer_id, purpose, channel) in (
                    select * from unnest(?::uuid[], ?::text[], ?::text[]))
                order by customer_id, purpose, channel, effective_time desc, state desc
            )
            insert into consent as known (%1$s) select %1$s from said order by customer_id, purpose, channel
            on conflict (customer_id, purpose, channel) do update set
                state = excluded.state, effective_time = excluded.effective_time, expire_time = excluded.expire_time,
                source = excluded.source, text_version = excluded.text_version, evidence = excluded.evidence,
                record_time = excluded.record_time
            where (known.state, known.effective_time, known.expire_time)
                is distinct from (excluded.state, excluded.effective_time, excluded.expire_time)
            returning %1$s""".formatted(COLUMNS);

    private static final String CUSTOMERS_OF = "select distinct customer_id from consent_record where id = any (?)";
    private static final String DELETE = "delete from consent_record where id = any (?) returning " + COLUMNS;
    private static final String SILENCE = """
            delete from consent where (customer_id, purpose, channel) in (
                    select * from unnest(?::uuid[], ?::text[], ?::text[]))
                and not exists (
                    select from consent_record said where said.customer_id = consent.customer_id
                        and said.purpose = consent.purpose and said.channel = consent.channel)
            returning %s""".formatted(COLUMNS);

    private static final String CURRENT =
            "select " + COLUMNS + " from consent where customer_id = ? order by purpose, channel";
    private static final String HISTORY = "select id, " + COLUMNS + " from consent_record where customer_id = ?"
            + " and (record_time, id) < (?, ?) order by record_time desc, id desc limit ?";
    private static final TimePosition NEWEST =
            new TimePosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final Connection connection;

    ConsentTable(Connection connection) {
        this.connection = connection;
    }

    /** A word and the id of its record. */
    record Recorded(UUID id, ConsentWord word) {}

    /** Names of the kind that are not in the register, or not active where that is asked; the others stay until the end. */
    List<String> unknownTerms(ConsentTerm.Kind kind, Collection<String> names, boolean active) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_TERMS)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            statement.setString(2, kind.name());
            statement.setBoolean(3, active);
            return column(statement, String.class);
        }
    }

    /** Those that there are; nobody else speaks for them until the transaction ends. */
    List<UUID> lockCustomers(Collection<UUID> ids) throws SQLException {
        return uuids(LOCK_CUSTOMERS, ids);
    }

    /** Whose words these records are. */
    List<UUID> customersOf(Collection<UUID> records) throws SQLException {
        return uuids(CUSTOMERS_OF, records);
    }

    /** Deletes records; answers what they said. */
    List<ConsentWord> delete(Collection<UUID> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("uuid", records.toArray()));
            return words(statement);
        }
    }

    /** Makes nothing valid where none of these words, and no other one, is in the history; answers what was valid. */
    List<ConsentWord> silence(Collection<ConsentWord> gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SILENCE)) {
            subjects(statement, gone);
            return words(statement);
        }
    }

    /** Adds words to the history; answers those that were not there. */
    List<ConsentWord> record(List<Recorded> told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setArray(1, array("uuid", told, Recorded::id));
            statement.setArray(2, array("uuid", told, word -> word.word.customerId()));
            statement.setArray(3, array("text", told, word -> word.word.purpose()));
            statement.setArray(4, array("text", told, word -> word.word.channel()));
            statement.setArray(5, array("text", told, word -> word.word.state().name()));
            statement.setArray(6, array("timestamptz", told, word -> time(word.word.effectiveTime())));
            statement.setArray(
                    7,
                    array(
                            "timestamptz",
                            told,
                            word -> word.word
                                    .expireTime()
                                    .map(ConsentTable::time)
                                    .orElse(null)));
            statement.setArray(8, array("text", told, word -> word.word.source()));
            statement.setArray(9, array("text", told, word -> word.word.textVersion()));
            statement.setArray(10, array("text", told, word -> word.word.evidence()));
            statement.setArray(11, array("timestamptz", told, word -> time(word.word.recordTime())));
            return words(statement);
        }
    }

    /** Makes the last word on each purpose and channel of these words the valid one; answers what changed by it. */
    List<ConsentWord> takeOver(Collection<ConsentWord> told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            subjects(statement, told);
            return words(statement);
        }
    }

    /** As {@link #takeOver(Collection)}, of one customer. */
    List<ConsentWord> takeOver(UUID customer, List<String> purposes, List<String> channels) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            statement.setArray(1, array("uuid", purposes, purpose -> customer));
            statement.setArray(2, array("text", purposes, purpose -> purpose));
            statement.setArray(3, array("text", channels, channel -> channel));
            return words(statement);
        }
    }

    List<ConsentWord> current(UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setObject(1, customer);
            return words(statement);
        }
    }

    /** Newest first. */
    List<Recorded> history(UUID customer, Optional<TimePosition> after, int limit) throws SQLException {
        List<Recorded> records = new ArrayList<>();
        TimePosition last = after.orElse(NEWEST);
        try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
            statement.setObject(1, customer);
            statement.setObject(2, time(last.time()));
            statement.setObject(3, last.id());
            statement.setInt(4, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(new Recorded(rows.getObject("id", UUID.class), word(rows)));
                }
            }
        }
        return records;
    }

    private void subjects(PreparedStatement statement, Collection<ConsentWord> words) throws SQLException {
        statement.setArray(1, array("uuid", words, ConsentWord::customerId));
        statement.setArray(2, array("text", words, ConsentWord::purpose));
        statement.setArray(3, array("text", words, ConsentWord::channel));
    }

    private List<UUID> uuids(String sql, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return column(statement, UUID.class);
        }
    }

    private static List<ConsentWord> words(PreparedStatement statement) throws SQLException {
        List<ConsentWord> words = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                words.add(word(rows));
            }
        }
        return words;
    }

    private static <T> List<T> column(PreparedStatement statement, Class<T> type) throws SQLException {
        List<T> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
        }
        return values;
    }

    static ConsentWord word(ResultSet row) throws SQLException {
        return new ConsentWord(
                row.getObject("customer_id", UUID.class),
                row.getString("purpose"),
                row.getString("channel"),
                State.valueOf(row.getString("state")),
                row.getObject("effective_time", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("expire_time", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("source"),
                row.getString("text_version"),
                row.getString("evidence"),
                row.getObject("record_time", OffsetDateTime.class).toInstant());
    }

    private <T> Array array(String type, Collection<T> rows, Function<T, @Nullable Object> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
