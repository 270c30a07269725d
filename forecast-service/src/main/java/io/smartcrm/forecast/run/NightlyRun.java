package io.smartcrm.forecast.run;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.forecast.champion.Champions;
import io.smartcrm.forecast.forecasting.Reconciliation;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks for a run every night; of several replicas that do, one is heard. */
@ApplicationScoped
class NightlyRun {
    private static final String PRINCIPAL = "nightly";

    private final AgroalDataSource database;
    private final RunConfig config;
    private final Clock clock;
    private final Champions champions;
    private final String codeVersion;
    private LocalDateTime next;

    NightlyRun(
            AgroalDataSource database,
            RunConfig config,
            Clock clock,
            Champions champions,
            @ConfigProperty(name = "quarkus.application.version") String codeVersion) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.champions = champions;
        this.codeVersion = codeVersion;
        this.next = after(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
    }

    synchronized void startIfDue() throws SQLException {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        if (!config.nightly() || now.isBefore(next)) {
            return;
        }
        var wish = RunWish.by(champions.active().methods(), config.horizon(), Reconciliation.MIN_TRACE);
        try (Connection connection = database.getConnection()) {
            new RunTable(connection)
                    .insert(TimeOrderedId.next(), wish, codeVersion, clock.instant(), PRINCIPAL, next.toString());
        }
        next = after(now);
    }

    private LocalDateTime after(LocalDateTime time) {
        LocalDateTime tonight = time.with(config.at());
        return tonight.isAfter(time) ? tonight : tonight.plusDays(1);
    }
}
