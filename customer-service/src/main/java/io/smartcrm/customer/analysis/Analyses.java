package io.smartcrm.customer.analysis;

import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.customer.touch.Changes;
import io.smartcrm.customer.touch.CustomerFollower;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Analyses customers as their facts change, and tells what was found. Blocks: for worker threads. */
@ApplicationScoped
public class Analyses implements CustomerFollower {
    private static final List<String> TABLES = List.of("sales_order", "case_sentiment");

    private final Database database;
    private final AnalysisConfig config;
    private volatile Instant pricesTime = Instant.MIN;

    Analyses(Database database, AnalysisConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public void follow(Connection connection, Changes changes, Instant now) throws SQLException {
        Set<UUID> customers = changes.in(TABLES);
        if (customers.isEmpty()) {
            return;
        }
        var table = new AnalysisTable(connection);
        if (pricesTime.isBefore(now.minus(config.priceAge()))) {
            table.computePrices();
            pricesTime = now;
        }
        table.compute(customers, now);
    }

    CustomerAnalysis get(UUID customer, VisibleTeams visible) {
        return database.transaction(connection -> {
                    CustomerScope.check(connection, visible, customer);
                    return new AnalysisTable(connection).find(customer);
                })
                .orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        "ANALYSIS_NOT_FOUND",
                        "customer '" + customer + "' has not bought anything that could be analysed"));
    }

    /** Oldest first. */
    List<Cohort> cohorts(LocalDate from, LocalDate to) {
        return database.transaction(connection -> new AnalysisTable(connection).cohorts(from, to));
    }
}
