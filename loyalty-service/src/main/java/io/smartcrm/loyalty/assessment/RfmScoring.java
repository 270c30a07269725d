package io.smartcrm.loyalty.assessment;

import io.smartcrm.loyalty.rfm.Segment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Scores all customers as {@link io.smartcrm.loyalty.rfm.RfmPolicy} does, by set-based SQL: one pass over the summaries,
 * the cuts of each fifth, one pass to score. The new table takes the place of the old in the same transaction, so
 * readers see one scoring or the other, whole.
 */
public final class RfmScoring {
    /** Any number, the same in all replicas; only one scores at a time. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(5290318846017723)";

    /**
     * Scores and the count of changes they hold must be of one moment. A reader in a long transaction must not make the
     * others queue behind the swap for long.
     */
    private static final String TERMS = """
            set transaction isolation level repeatable read;
            set local lock_timeout = '5s';
            set local work_mem = '64MB'""";

    private static final String NEW_TABLE = """
            create table rfm_score_next (like rfm_score including defaults including constraints)""";

    /**
     * Days are whole spans of 24 hours, as {@link java.time.Duration#toDays} counts them. percentile_disc gives the
     * ceil(k n / 5)-th smallest value, which is the cut of Quintiles; width_bucket counts the cuts that are not above
     * its first argument, so one less than a value finds those it exceeds. The joint score of frequency and monetary
     * picks the column of the grid, recency the row. The fence of "offset 0" keeps days and scores from being computed
     * once a mention.
     */
    private static final String SCORE = """
            with reference as (
                select max(order_time) as score_time from activity_order
            ), cut as (
                select
                    percentile_disc('{0.2, 0.4, 0.6, 0.8}'::float8[]) within group
                        (order by date_part('day', score_time - last_sale_time)::bigint) as days,
                    percentile_disc('{0.2, 0.4, 0.6, 0.8}'::float8[]) within group (order by sale_count) as sales
                from scored_activity, reference
            ), money_cut as (
                select
                    currency_code,
                    percentile_disc('{0.2, 0.4, 0.6, 0.8}'::float8[]) within group (order by spent_minor_units) as spent
                from scored_activity group by currency_code
            ), scored as (
                select
                    activity_summary.*,
                    score_time,
                    day.count as recency_days,
                    5 - width_bucket(day.count - 1, days) as recency_score,
                    1 + width_bucket(sale_count - 1, sales) as frequency_score,
                    1 + width_bucket(spent_minor_units - 1, spent) as monetary_score
                from scored_activity activity_summary join money_cut using (currency_code) cross join cut cross join reference
                    cross join lateral
                        (select date_part('day', score_time - last_sale_time)::bigint as count offset 0) day
                offset 0
            )
            insert into rfm_score_next (customer_id, last_order_time, recency_days, frequency, currency_code,
                monetary_minor_units, recency_score, frequency_score, monetary_score, segment, score_time)
            select customer_id, last_sale_time, recency_days, sale_count, currency_code,
                spent_minor_units, recency_score, frequency_score, monetary_score,
                (?::text[])[5 * (recency_score - 1) + (frequency_score + monetary_score + 1) / 2], score_time
            from scored""";

    private static final String SUMMARISE = """
            delete from rfm_segment_monetary;
            delete from rfm_segment;
            insert into rfm_segment (segment, customers, mean_recency_days, mean_frequency)
            select segment, count(*), avg(recency_days), avg(frequency) from rfm_score_next group by segment;
            insert into rfm_segment_monetary (segment, currency_code, minor_units)
            select segment, currency_code, sum(monetary_minor_units) from rfm_score_next group by segment, currency_code;
            delete from rfm_maximum;
            insert into rfm_maximum (currency_code, recency_days, frequency, monetary_minor_units)
            select currency_code, percentile_disc(0.99) within group (order by recency_days),
                percentile_disc(0.99) within group (order by frequency),
                percentile_disc(0.99) within group (order by monetary_minor_units)
            from rfm_score_next group by currency_code;
            update rfm_scoring set
                changes = state.changes,
                event_time = state.event_time,
                score_time = (select max(order_time) from activity_order)
            from activity_state state""";

    private static final String INDEX = """
            alter table rfm_score_next add constraint rfm_score_next_pkey primary key (customer_id);
            create index rfm_score_next_segment on rfm_score_next (segment, customer_id);
            analyze rfm_score_next""";

    private static final String SWAP = """
            drop table rfm_score;
            alter table rfm_score_next rename to rfm_score;
            alter table rfm_score rename constraint rfm_score_next_pkey to rfm_score_pkey;
            alter index rfm_score_next_segment rename to rfm_score_segment""";

    private final Connection connection;

    /** @param connection kept for this scoring; its transactions are ended here */
    public RfmScoring(Connection connection) {
        this.connection = connection;
    }

    /** Scores all customers; answers false when another replica is at it. */
    public boolean score() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TERMS);
            boolean free = tryLock(statement);
            if (free) {
                scoreAll(statement);
            }
            connection.commit();
            return free;
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static boolean tryLock(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(TRY_LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void scoreAll(Statement statement) throws SQLException {
        statement.execute(NEW_TABLE);
        try (PreparedStatement score = connection.prepareStatement(SCORE)) {
            Object[] grid = Segment.grid().stream().map(Segment::name).toArray();
            score.setArray(1, connection.createArrayOf("text", grid));
            score.executeUpdate();
        }
        statement.execute(INDEX);
        statement.execute(SUMMARISE);
        statement.execute(SWAP);
    }
}
