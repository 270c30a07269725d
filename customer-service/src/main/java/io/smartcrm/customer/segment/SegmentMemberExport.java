package io.smartcrm.customer.segment;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of a segment as rows of a file; the filter is the segment's id. */
@ApplicationScoped
class SegmentMemberExport implements ExportableList {
    private static final String MEMBERS = """
        select member.customer_id, member.enter_time, customer.country
        from segment_member member join customer on customer.id = member.customer_id
        where member.segment_id = ? and (?::text[] is null or customer.team = any (?))
        order by member.customer_id\
        """;

    @Override
    public String name() {
        return "segment_members";
    }

    @Override
    public Set<String> roles() {
        return Set.of("admin", "analyst", "marketer", "integrator");
    }

    @Override
    public List<String> columns() {
        return List.of("customerId", "enterTime", "country");
    }

    @Override
    public void check(String filter) {
        id(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        String[] visible = teams.map(names -> names.toArray(String[]::new)).orElse(null);
        Cursor.read(
                connection, MEMBERS, Arrays.asList(id(filter), visible, visible), SegmentMemberExport::values, read -> {
                    for (List<@Nullable Object> values : read) {
                        rows.row(values);
                    }
                });
    }

    private static UUID id(String filter) {
        try {
            return UUID.fromString(filter.strip());
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("filter", "'" + filter + "' is not the id of a segment");
        }
    }

    private static List<@Nullable Object> values(ResultSet row) throws SQLException {
        return Arrays.asList(row.getString("customer_id"), Cursor.time(row, "enter_time"), row.getString("country"));
    }
}
