package io.smartcrm.customer.quality;

import io.smartcrm.customer.quality.Spread.Outlier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports in the database, on one JDBC connection. */
final class ReportTable {
    private static final String DELETE = "delete from quality_report where day = ?";
    private static final String INSERT =
            "insert into quality_report (day, create_time, customers, spreads) values (?, ?, ?, ?::jsonb)";
    private static final String INSERT_MEASURE =
            "insert into quality_measure (field, dimension, day, good, total) values (?, ?, ?, ?, ?)";
    private static final String LATEST = "select * from quality_report order by day desc limit 1";
    private static final String OF_DAY = "select * from quality_report where day = ?";
    private static final String MEASURES =
            "select field, dimension, good, total from quality_measure where day = ? order by field, dimension";
    private static final String TREND = """
        select day, good, total from quality_measure
        where field = ? and dimension = ? and day > ? order by day\
        """;

    private final Connection connection;

    ReportTable(Connection connection) {
        this.connection = connection;
    }

    /** Replaces the report of its day. */
    void store(Report report) throws SQLException {
        try (PreparedStatement delete = prepare(DELETE, report.day());
                PreparedStatement insert = prepare(
                        INSERT,
                        report.day(),
                        report.createTime().atOffset(ZoneOffset.UTC),
                        report.customers(),
                        json(report.spreads()).encode());
                PreparedStatement measures = connection.prepareStatement(INSERT_MEASURE)) {
            delete.executeUpdate();
            insert.executeUpdate();
            for (Measure measure : report.measures()) {
                measures.setString(1, measure.field());
                measures.setString(2, measure.dimension().name());
                measures.setObject(3, report.day());
                measures.setLong(4, measure.good());
                measures.setLong(5, measure.total());
                measures.addBatch();
            }
            measures.executeBatch();
        }
    }

    Optional<Report> latest() throws SQLException {
        return report(LATEST);
    }

    Optional<Report> of(LocalDate day) throws SQLException {
        return report(OF_DAY, day);
    }

    /** Oldest first. */
    List<Report.TrendPoint> trend(String field, Dimension dimension, LocalDate after) throws SQLException {
        List<Report.TrendPoint> points = new ArrayList<>();
        try (PreparedStatement statement = prepare(TREND, field, dimension.name(), after);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                double share = new Measure(field, dimension, rows.getLong("good"), rows.getLong("total")).share();
                points.add(new Report.TrendPoint(rows.getObject("day", LocalDate.class), share));
            }
        }
        return points;
    }

    private Optional<Report> report(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            LocalDate day = row.getObject("day", LocalDate.class);
            return Optional.of(new Report(
                    day,
                    row.getObject("create_time", OffsetDateTime.class).toInstant(),
                    row.getLong("customers"),
                    measures(day),
                    spreads(new JsonArray(row.getString("spreads")))));
        }
    }

    private List<Measure> measures(LocalDate day) throws SQLException {
        List<Measure> measures = new ArrayList<>();
        try (PreparedStatement statement = prepare(MEASURES, day);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                measures.add(new Measure(
                        rows.getString("field"),
                        Dimension.valueOf(rows.getString("dimension")),
                        rows.getLong("good"),
                        rows.getLong("total")));
            }
        }
        return measures;
    }

    private static JsonArray json(List<Spread> spreads) {
        var array = new JsonArray();
        for (Spread spread : spreads) {
            var outliers = new JsonArray();
            spread.outliers()
                    .forEach(outlier -> outliers.add(new JsonObject()
                            .put("customer", outlier.customer())
                            .put("value", outlier.value())
                            .put("zScore", outlier.zScore())
                            .put("medianScore", outlier.medianScore())));
            array.add(new JsonObject()
                    .put("figure", spread.figure())
                    .put("customers", spread.customers())
                    .put("mean", spread.mean())
                    .put("standardDeviation", spread.standardDeviation())
                    .put("median", spread.median())
                    .put("scaledDeviation", spread.scaledDeviation())
                    .put("outliersByDeviation", spread.outliersByDeviation())
                    .put("outliersByMedian", spread.outliersByMedian())
                    .put("outliers", outliers));
        }
        return array;
    }

    private static List<Spread> spreads(JsonArray array) {
        List<Spread> spreads = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject spread = array.getJsonObject(i);
            JsonArray told = spread.getJsonArray("outliers");
            List<Outlier> outliers = new ArrayList<>();
            for (int j = 0; j < told.size(); j++) {
                JsonObject outlier = told.getJsonObject(j);
                outliers.add(new Outlier(
                        outlier.getString("customer"),
                        outlier.getDouble("value"),
                        outlier.getDouble("zScore"),
                        outlier.getDouble("medianScore")));
            }
            spreads.add(new Spread(
                    spread.getString("figure"),
                    spread.getInteger("customers"),
                    spread.getDouble("mean"),
                    spread.getDouble("standardDeviation"),
                    spread.getDouble("median"),
                    spread.getDouble("scaledDeviation"),
                    spread.getLong("outliersByDeviation"),
                    spread.getLong("outliersByMedian"),
                    outliers));
        }
        return spreads;
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
