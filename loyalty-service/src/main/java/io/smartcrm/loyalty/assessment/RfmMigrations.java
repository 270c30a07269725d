package io.smartcrm.loyalty.assessment;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.rfm.Segment;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between which segments customers moved: all are scored as they were at two times. Blocks: for worker threads. */
@ApplicationScoped
public class RfmMigrations {
    /** As {@link RfmScoring} scores, from the orders before a time. */
    private static final String SCORED = """
            create temporary table %1$s on commit drop as
            with spending as (
                select customer_id, currency_code,
                    count(*) filter (where kind = 'SALE') as sale_count,
                    coalesce(sum(minor_units) filter (where kind in ('SALE', 'REFUND')), 0) as spent,
                    max(order_time) filter (where kind = 'SALE') as last_sale_time
                from activity_order known
                where customer_id is not null and order_time < ? and not exists (
                    select from restricted_customer restricted where restricted.customer_id = known.customer_id)
                group by customer_id, currency_code
            ), buyer as (
                select distinct on (customer_id) customer_id, currency_code, spent,
                    sum(sale_count) over customer as sale_count, max(last_sale_time) over customer as last_sale_time
                from spending where sale_count > 0
                window customer as (partition by customer_id)
                order by customer_id, spending.sale_count desc, spending.last_sale_time desc, currency_code
            ), aged as (
                select *, date_part('day', ?::timestamptz - last_sale_time)::bigint as days from buyer
            ), cut as (
                select percentile_disc('{0.2, 0.4, 0.6, 0.8}'::float8[]) within group (order by days) as days,
                    percentile_disc('{0.2, 0.4, 0.6, 0.8}'::float8[]) within group (order by sale_count) as sales
                from aged
            ), money_cut as (
                select currency_code,
                    percentile_disc('{0.2, 0.4, 0.6, 0.8}'::float8[]) within group (order by spent) as spent
                from aged group by currency_code
            )
            select customer_id, (?::text[])[5 * (4 - width_bucket(aged.days - 1, cut.days))
                + (width_bucket(sale_count - 1, cut.sales) + width_bucket(aged.spent - 1, money_cut.spent) + 3) / 2] as segment
            from aged join money_cut using (currency_code) cross join cut""";

    private static final String MATRIX = """
            select before.segment as from_segment, after.segment as to_segment, count(*) as customers
            from rfm_before before full join rfm_after after using (customer_id)
            group by before.segment, after.segment order by before.segment, after.segment""";

    private final Database database;

    RfmMigrations(Database database) {
        this.database = database;
    }

    /** Pairs that nobody made are left out. */
    List<RfmMigration> between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw Failure.invalid("toTime", to + " is not after " + from);
        }
        return database.transaction(connection -> matrix(connection, from, to));
    }

    static List<RfmMigration> matrix(Connection connection, Instant from, Instant to) throws SQLException {
        try (var terms = connection.createStatement()) {
            terms.execute("set local work_mem = '64MB'");
        }
        score(connection, "rfm_before", from);
        score(connection, "rfm_after", to);
        return Rows.none(connection)
                .query(
                        MATRIX,
                        row -> new RfmMigration(segment(row.getString(1)), segment(row.getString(2)), row.getLong(3)));
    }

    /** Scores all customers by their orders before a time, into a temporary table of segments. */
    static void score(Connection connection, String table, Instant time) throws SQLException {
        Object[] grid = Segment.grid().stream().map(Segment::name).toArray();
        Rows.none(connection)
                .value(time)
                .value(time)
                .value(connection.createArrayOf("text", grid))
                .update(SCORED.formatted(table));
    }

    private static Optional<Segment> segment(@Nullable String name) {
        return Optional.ofNullable(name).map(Segment::valueOf);
    }
}
