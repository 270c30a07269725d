package io.smartcrm.loyalty.account;

import io.smartcrm.loyalty.account.PointsLiability.Month;
import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Adds up what is owed; reads all accounts and open lots. */
final class LiabilityTable {
    private static final String OWED = """
            select coalesce(sum(available), 0) as available, coalesce(sum(pending), 0) as pending,
                coalesce(sum(debt), 0) as debt from points_account""";
    private static final String MONTHS = """
            select date_trunc('month', expire_time at time zone 'UTC')::date as month, sum(remaining) as points
            from points_lot where remaining > 0 group by month order by month""";
    /** Of the last two years. */
    private static final String RATE = """
            select coalesce(sum(points) filter (where kind = 'EXPIRE')::float8
                / nullif(sum(points) filter (where kind in ('EXPIRE', 'REDEEM', 'SPEND')), 0), 0) as rate
            from points_transaction where kind in ('EXPIRE', 'REDEEM', 'SPEND') and create_time > now() - interval '2 years'""";

    private final Connection connection;

    LiabilityTable(Connection connection) {
        this.connection = connection;
    }

    PointsLiability read() throws SQLException {
        List<Month> months = Rows.none(connection)
                .query(MONTHS, row -> new Month(row.getObject("month", LocalDate.class), row.getLong("points")));
        double rate =
                Rows.none(connection).first(RATE, row -> row.getDouble("rate")).orElseThrow();
        return Rows.none(connection)
                .first(
                        OWED,
                        row -> new PointsLiability(
                                row.getLong("available"), row.getLong("pending"), row.getLong("debt"), rate, months))
                .orElseThrow();
    }
}
