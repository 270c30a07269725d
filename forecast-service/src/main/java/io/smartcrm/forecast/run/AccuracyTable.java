package io.smartcrm.forecast.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Compares stored forecasts with what was sold since, on one JDBC connection. */
final class AccuracyTable {
    /** What the last forecast before each week said, for weeks that are over; sums follow primary keys. */
    private static final String TRACKED = """
            with chosen as (
                select id, first_week, horizon from forecast_run
                where state = 'SUCCEEDED' and first_week is not null and (?::uuid is null or id = ?::uuid)
                order by id desc limit 8
            ), made as (
                select distinct on (result.kind, result.name, starting.week)
                    result.kind, result.name, starting.week,
                    result.mean[step] as mean, result.lower95[step] as lower, result.upper95[step] as upper
                from chosen
                join forecast_result as result on result.run_id = chosen.id
                cross join generate_series(1, chosen.horizon) as step
                cross join lateral (select chosen.first_week + 7 * (step - 1) as week) as starting
                where chosen.first_week + 7 * step <= ?::date
                order by result.kind, result.name, starting.week, chosen.id desc
            ), happened as (
                select made.*, coalesce(case made.kind
                    when 'TOTAL' then (
                        select sum(sold) from total_demand where day >= week and day < week + 7)
                    when 'CATEGORY' then (
                        select sum(sold) from category_demand
                        where category = made.name and day >= week and day < week + 7)
                    when 'PRODUCT' then (
                        select sum(sold) from product_demand
                        where product_id = made.name::uuid and day >= week and day < week + 7)
                    else (
                        select sum(sold) from group_demand as counted
                        where counted.kind = made.kind and counted.name = made.name
                            and day >= week and day < week + 7)
                    end, 0)::float8 as sold
                from made
            )
            select kind, name, count(*), sum(mean - sold), sum(abs(mean - sold)), sum(sold),
                count(*) filter (where sold between lower and upper)
            from happened group by kind, name order by kind, name""";

    private final Connection connection;

    AccuracyTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Every series of which a forecast week is over.
     *
     * @param run the run to judge; empty for the last one before each week
     * @param lastDay on which something was sold
     */
    List<TrackedSeries> tracked(Optional<UUID> run, LocalDate lastDay) throws SQLException {
        List<TrackedSeries> tracked = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TRACKED)) {
            statement.setObject(1, run.orElse(null));
            statement.setObject(2, run.orElse(null));
            statement.setObject(3, lastDay.plusDays(1));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tracked.add(new TrackedSeries(
                            new SeriesKey(SeriesKind.valueOf(row.getString(1)), row.getString(2)),
                            row.getInt(3),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getDouble(6),
                            row.getInt(7)));
                }
            }
        }
        return tracked;
    }
}
