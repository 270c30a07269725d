package io.smartcrm.customer.quality;

import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Tells how good the data was. Blocks: for worker threads. */
@ApplicationScoped
class QualityReports {
    private static final int MAX_DAYS = 730;
    private static final int USUAL_DAYS = 90;

    private final Database database;
    private final Clock clock = Clock.systemUTC();

    QualityReports(Database database) {
        this.database = database;
    }

    /** @param day as 2026-11-22; empty: the latest */
    Report get(String day) {
        return database.transaction(connection -> {
                    var table = new ReportTable(connection);
                    return day.isEmpty() ? table.latest() : table.of(parse(day));
                })
                .orElseThrow(() -> Failure.notFound("quality report", day.isEmpty() ? "latest" : day));
    }

    /** Oldest first. */
    List<Report.TrendPoint> trend(String field, Dimension dimension, int days) {
        if (field.isEmpty() || field.length() > 100) {
            throw Failure.invalid("field", "must be 1 to 100 characters long, such as email");
        }
        if (days < 0 || days > MAX_DAYS) {
            throw Failure.invalid("days", days + " is not between 1 and " + MAX_DAYS);
        }
        LocalDate after = LocalDate.now(clock).minusDays(days == 0 ? USUAL_DAYS : days);
        return database.transaction(connection -> {
            var table = new ReportTable(connection);
            List<Report.TrendPoint> points = table.trend(field, dimension, after);
            if (points.isEmpty()) {
                table.latest().ifPresent(latest -> checkMeasured(latest, field, dimension));
            }
            return points;
        });
    }

    private static void checkMeasured(Report latest, String field, Dimension dimension) {
        List<String> measured = latest.measures().stream()
                .filter(measure -> measure.dimension() == dimension)
                .map(Measure::field)
                .sorted()
                .toList();
        if (!measured.contains(field)) {
            throw Failure.invalid(
                    "field", "'" + field + "' has no " + dimension + " in the latest report; these have: " + measured);
        }
    }

    private static LocalDate parse(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException malformed) {
            throw Failure.invalid("day", "'" + day + "' is not a day, such as 2026-11-22");
        }
    }
}
