package io.smartcrm.recommend.numbering;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The numbers of a kind of id, given once and for ever; they start at 1. */
public enum Numbers {
    PRODUCTS("product"),
    CUSTOMERS("customer");

    /** A concurrent transaction may number an id between our look and our insert; then we look again. */
    private static final int ATTEMPTS = 5;

    private final String sql;

    Numbers(String table) {
        // Sorted, so that two transactions wait for each other in one direction only.
        sql = """
            with wanted as (select id from unnest(?::text[]) as given (id)),
            known as (select id, number from %1$s join wanted using (id)),
            added as (
                insert into %1$s (id)
                select id from wanted where id not in (select id from known) order by id
                on conflict (id) do nothing returning id, number)
            select id, number from known union all select id, number from added\
            """.formatted(table);
    }

    /** The number of each id, within the connection's transaction; an id seen for the first time gets one. */
    public Map<String, Integer> of(Connection connection, Set<String> ids) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        for (int attempt = 0; attempt < ATTEMPTS && numbers.size() < ids.size(); attempt++) {
            look(connection, ids, numbers);
        }
        if (numbers.size() < ids.size()) {
            throw new SQLException("could not number all of " + ids.size() + " ids", "40001");
        }
        return numbers;
    }

    private void look(Connection connection, Set<String> ids, Map<String, Integer> numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
    }
}
