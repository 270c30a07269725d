package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.value.TransactionModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Repeat purchases week by week: what happened beside what the model would have said. */
final class Tracking {
    private static final int MOST_WEEKS = 520;
    private static final String WEEKS = """
            with bought as (
                select distinct sale.customer_id, (sale.order_time at time zone 'UTC')::date as day
                from activity_order sale join scored_activity summary on summary.customer_id = sale.customer_id
                where sale.kind = 'SALE'
            ), first as (
                select customer_id, min(day) as day from bought group by customer_id
            ), beginning as (
                select greatest(min(day), ?::date - 7 * ?) as day from first
            )
            select (bought.day - beginning.day) / 7 as week, count(*) filter (where bought.day = first.day) as begun,
                count(*) filter (where bought.day > first.day) as repeated
            from bought join first using (customer_id) cross join beginning
            where first.day >= beginning.day group by week order by week""";
    private static final String WRITE = """
            insert into value_tracking (week, actual, expected)
            select * from unnest(?::int[], ?::bigint[], ?::float8[])""";

    private final Connection connection;

    Tracking(Connection connection) {
        this.connection = connection;
    }

    private record Week(int week, long begun, long repeated) {}

    private record Point(int week, long actual, double expected) {}

    void write(TransactionModel model, LocalDate asOf) throws SQLException {
        List<Week> weeks = Rows.none(connection)
                .value(asOf)
                .value(MOST_WEEKS)
                .query(WEEKS, row -> new Week(row.getInt("week"), row.getLong("begun"), row.getLong("repeated")));
        if (weeks.isEmpty()) {
            return;
        }
        int last = weeks.get(weeks.size() - 1).week();
        double[] upTo = new double[last + 2];
        for (int age = 1; age < upTo.length; age++) {
            upTo[age] = model.expected(age - 0.5);
        }
        long[] actual = new long[last + 1];
        double[] expected = new double[last + 1];
        for (Week cohort : weeks) {
            actual[cohort.week()] += cohort.repeated();
            for (int week = cohort.week(); week <= last; week++) {
                int age = week - cohort.week();
                expected[week] += cohort.begun() * (upTo[age + 1] - upTo[age]);
            }
        }
        List<Point> points = new ArrayList<>();
        for (int week = 0; week <= last; week++) {
            points.add(new Point(week, actual[week], expected[week]));
        }
        Rows.of(connection, points)
                .column("integer", Point::week)
                .column("bigint", Point::actual)
                .column("float8", Point::expected)
                .update(WRITE);
    }
}
