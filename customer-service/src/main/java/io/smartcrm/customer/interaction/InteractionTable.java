package io.smartcrm.customer.interaction;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smartcrm.customer.database.ColumnArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Interactions by the set, within one transaction of a JDBC connection. */
final class InteractionTable {
    static final String COLUMNS = "id, customer_id, anonymous_id, direction, type, channel, name, occur_time,"
            + " receive_time, product_id, properties, message_id, delivery_state, deliveries, version";
    private static final String INSERT = """
        insert into interaction (id, customer_id, anonymous_id, direction, type, channel, name, occur_time,
            receive_time, product_id, properties, message_id, delivery_state, deliveries, version, user_id)
        select id, customer_id, nullif(anonymous_id, ''), direction, type, channel, name, occur_time,
            receive_time, product_id, properties, message_id, delivery_state, deliveries, version, user_id
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
            ?::timestamptz[], ?::uuid[], ?::jsonb[], ?::text[], ?::text[], ?::jsonb[], ?::bigint[], ?::uuid[])
            as told (id, customer_id, anonymous_id, direction, type, channel, name, occur_time, receive_time,
            product_id, properties, message_id, delivery_state, deliveries, version, user_id)\
        """;
    private static final String UPDATE_DELIVERIES = """
        update interaction set delivery_state = told.delivery_state, deliveries = told.deliveries,
            version = told.version
        from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::jsonb[], ?::bigint[])
            as told (id, occur_time, delivery_state, deliveries, version)
        where interaction.id = told.id and interaction.occur_time = told.occur_time\
        """;
    /** Locked in one order, so that two who report the same wait for each other instead of dying together. */
    private static final String LOCK_MESSAGES = "select " + COLUMNS + """
         from interaction where direction = 'OUT' and message_id = any (?)
        order by occur_time, id for update\
        """;

    private static final String LOCK_IDS = "select " + COLUMNS.replaceAll("(\\w+)", "interaction.$1") + """
         from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) as told (id, from_time, until_time)
        join interaction on interaction.id = told.id and direction = 'OUT'
            and interaction.occur_time >= told.from_time and interaction.occur_time < told.until_time
        order by interaction.occur_time, interaction.id for update of interaction\
        """;
    private static final String TOLD_IDS = """
         unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) as told (id, from_time, until_time)
        where interaction.id = told.id
            and interaction.occur_time >= told.from_time and interaction.occur_time < told.until_time\
        """;
    /** But for messages of which more was reported than when they were told. */
    private static final String DELETE_UNREPORTED = "delete from interaction using" + TOLD_IDS
            + " and deliveries - coalesce(delivery_state, '') = '{}' returning "
            + COLUMNS.replaceAll("(\\w+)", "interaction.$1");

    private static final String COUNT = "select count(*) from interaction," + TOLD_IDS;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;

    InteractionTable(Connection connection) {
        this.connection = connection;
    }

    /** @param users of those whose customer is unknown but whose name in another system is told, by interaction */
    void insert(List<Interaction> rows, Map<UUID, UUID> users) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            new ColumnArrays<>(statement, 1, rows)
                    .add("uuid", Interaction::id)
                    .add("uuid", row -> row.customerId().orElse(null))
                    .add("text", Interaction::anonymousId)
                    .add("text", Interaction::direction)
                    .add("text", Interaction::type)
                    .add("text", Interaction::channel)
                    .add("text", Interaction::name)
                    .add("timestamptz", row -> time(row.occurTime()))
                    .add("timestamptz", row -> time(row.receiveTime()))
                    .add("uuid", row -> row.productId().orElse(null))
                    .add("text", Interaction::properties)
                    .add("text", Interaction::messageId)
                    .add("text", row -> row.deliveries().map(Deliveries::state).orElse(null))
                    .add("text", row -> json(row.deliveries()))
                    .add("bigint", Interaction::version)
                    .add("uuid", row -> users.get(row.id()));
            statement.executeUpdate();
        }
    }

    void updateDeliveries(Collection<Interaction> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE_DELIVERIES)) {
            new ColumnArrays<>(statement, 1, rows)
                    .add("uuid", Interaction::id)
                    .add("timestamptz", row -> time(row.occurTime()))
                    .add("text", row -> row.deliveries().map(Deliveries::state).orElse(null))
                    .add("text", row -> json(row.deliveries()))
                    .add("bigint", Interaction::version);
            statement.executeUpdate();
        }
    }

    /** Messages to customers by their message ids. */
    List<Interaction> lockMessages(Collection<String> messageIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_MESSAGES)) {
            new ColumnArrays<>(statement, 1, messageIds).add("text", id -> id);
            return read(statement);
        }
    }

    /** Messages to customers by their ids. */
    List<Interaction> lock(Collection<InteractionId> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_IDS)) {
            bind(statement, ids);
            return read(statement);
        }
    }

    /** Deletes what nothing was reported of since; answers it. */
    List<Interaction> deleteUnreported(Collection<InteractionId> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_UNREPORTED)) {
            bind(statement, ids);
            return read(statement);
        }
    }

    /** How many of these there are. */
    long count(Collection<InteractionId> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            bind(statement, ids);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, Collection<InteractionId> ids) throws SQLException {
        new ColumnArrays<>(statement, 1, ids)
                .add("uuid", InteractionId::value)
                .add("timestamptz", id -> time(id.from()))
                .add("timestamptz", id -> time(id.until()));
    }

    /** Runs a statement that answers {@link #COLUMNS}. */
    static List<Interaction> read(PreparedStatement statement) throws SQLException {
        List<Interaction> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(interaction(rows));
            }
        }
        return found;
    }

    static Interaction interaction(ResultSet row) throws SQLException {
        String anonymousId = row.getString("anonymous_id");
        return new Interaction(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)),
                anonymousId == null ? "" : anonymousId,
                Direction.valueOf(row.getString("direction")),
                row.getString("type"),
                row.getString("channel"),
                row.getString("name"),
                row.getObject("occur_time", OffsetDateTime.class).toInstant(),
                row.getObject("receive_time", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("product_id", UUID.class)),
                row.getString("properties"),
                row.getString("message_id"),
                deliveries(row.getString("delivery_state"), row.getString("deliveries")),
                row.getLong("version"));
    }

    static Optional<Deliveries> deliveries(@Nullable String state, String times) {
        if (state == null) {
            return Optional.empty();
        }
        try {
            Map<DeliveryState, Instant> reported = new EnumMap<>(DeliveryState.class);
            for (Map.Entry<String, JsonNode> one : JSON.readTree(times).properties()) {
                reported.put(
                        DeliveryState.valueOf(one.getKey()),
                        Instant.parse(one.getValue().asText()));
            }
            return Optional.of(new Deliveries(DeliveryState.valueOf(state), reported));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database keeps JSON alone", impossible);
        }
    }

    private static String json(Optional<Deliveries> deliveries) {
        return deliveries
                .map(reported -> reported.times().entrySet().stream()
                        .map(one -> "\"" + one.getKey() + "\":\"" + one.getValue() + "\"")
                        .collect(joining(",", "{", "}")))
                .orElse("{}");
    }

    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
