package io.smartcrm.customer.interaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Links whose interactions are not joined yet, within one transaction of a JDBC connection. */
final class JoinTable {
    private static final String AWAIT = "select pg_advisory_xact_lock(" + PeopleTable.LOCK + ")";
    private static final String RETURNED = InteractionTable.COLUMNS.replaceAll("(\\w+)", "interaction.$1");
    private static final String LOOK_FOR_USERS = """
        with lot as (
            select id, namespace, value_code from unknown_user where customer_id is null and id > ?
            order by id limit ?),
        found as (
            update unknown_user set customer_id = identity.customer_id
            from lot join customer_identity identity using (namespace, value_code)
            where unknown_user.id = lot.id)
        select id from lot order by id\
        """;

    private final Connection connection;
    private final Of of;

    JoinTable(Connection connection, Of of) {
        this.connection = connection;
        this.of = of;
    }

    /** What is joined. */
    enum Of {
        VISITORS("visitor", "anonymous_id", "text", "anonymous_id", "customer_id is null and user_id is null"),
        USERS("unknown_user", "id", "uuid", "user_id", "customer_id is null");

        private final String table;
        private final String key;
        private final String type;
        private final String column;
        private final String condition;

        Of(String table, String key, String type, String column, String condition) {
            this.table = table;
            this.key = key;
            this.type = type;
            this.column = column;
            this.condition = condition;
        }

        private String waiting() {
            return "select " + key + "::text, customer_id from " + table
                    + " where customer_id is not null and not joined limit ?";
        }

        private String join() {
            return "with due as (select told.customer_id, due.occur_time, due.id from unnest(?::" + type
                    + "[], ?::uuid[]) as told (key, customer_id) cross join lateral (select occur_time, id"
                    + " from interaction where " + column + " = told.key and " + condition + ") as due limit ?)"
                    + " update interaction set customer_id = due.customer_id, version = interaction.version + 1"
                    + " from due where interaction.occur_time = due.occur_time and interaction.id = due.id"
                    + " and interaction.customer_id is null returning " + RETURNED;
        }

        private String mark() {
            return "update " + table + " set joined = true from unnest(?::" + type
                    + "[], ?::uuid[]) as told (key, customer_id) where " + table + "." + key + " = told.key and "
                    + table
                    + ".customer_id = told.customer_id";
        }
    }

    /** A visitor's or unknown user's key, and who it is. */
    record Link(String key, UUID customer) {}

    /** Returns when no recording is under way that began before; others wait for the end of the transaction. */
    static void awaitRecordings(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AWAIT)) {
            statement.execute();
        }
    }

    /** Looks who of the next unknown users has become a customer; answers whom it looked at, by id. */
    List<UUID> lookForUsers(UUID after, int limit) throws SQLException {
        List<UUID> looked = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOOK_FOR_USERS)) {
            statement.setObject(1, after);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    looked.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return looked;
    }

    List<Link> waiting(int limit) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(of.waiting())) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(new Link(rows.getString(1), rows.getObject(2, UUID.class)));
                }
            }
        }
        return links;
    }

    /** Interactions that are the customers' now. */
    List<Interaction> join(List<Link> links, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(of.join())) {
            bind(statement, links);
            statement.setInt(3, limit);
            return InteractionTable.read(statement);
        }
    }

    /** But for those who were linked to somebody else meanwhile. */
    void markJoined(List<Link> links) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(of.mark())) {
            bind(statement, links);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, List<Link> links) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(of.type, links.stream().map(Link::key).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "uuid", links.stream().map(Link::customer).toArray()));
    }
}
