package io.smartcrm.customer.privacy;

import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All customers that turned out to be one person. */
final class PersonLine {
    private static final String HEAD = """
            with recursive up as (
                select id, merged_into, 0 as step from customer where id = ?
                union select customer.id, customer.merged_into, step + 1
                from up join customer on customer.id = up.merged_into)
            select id from up order by step desc limit 1""";
    private static final String LINE = """
            with recursive line as (
                select id from customer where id = ?
                union select customer.id from line join customer on customer.merged_into = line.id)
            select id from line""";
    private static final String LOCK = "select id from customer where id = any (?) order by id for update";

    private PersonLine() {}

    /**
     * Whom the customer was finally merged into; the customer when never merged.
     *
     * @throws Failure NOT_FOUND without customer
     */
    static UUID head(Connection connection, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
            statement.setObject(1, customer);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Failure.notFound("customer", customer.toString());
                }
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** The customer and all that were merged into it; others who want to change them wait. */
    static List<UUID> lock(Connection connection, UUID head) throws SQLException {
        List<UUID> line = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LINE);
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            statement.setObject(1, head);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    line.add(rows.getObject(1, UUID.class));
                }
            }
            lock.setArray(1, connection.createArrayOf("uuid", line.toArray()));
            lock.execute();
        }
        return line;
    }
}
