package io.smartcrm.customer.quality;

import io.smartcrm.customer.job.JobConfig;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.JobRun;
import io.smartcrm.customer.job.JobRunner;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.OpenCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Measures the data of a day; after a crash it begins anew, as it only counts. */
@ApplicationScoped
class ReportRun implements JobRunner {
    private final OpenCustomers customers;
    private final JobConfig config;
    private final Clock clock = Clock.systemUTC();

    ReportRun(OpenCustomers customers, JobConfig config) {
        this.customers = customers;
        this.config = config;
    }

    @Override
    public JobKind kind() {
        return JobKind.QUALITY_REPORT;
    }

    @Override
    public void run(JobRun run) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        run.phase("", customers.count(run.connection()));
        var census = new Census();
        List<OpenCustomer> batch = customers.after(run.connection(), OpenCustomers.FIRST, config.batchCustomers());
        while (!batch.isEmpty()) {
            batch.forEach(census::see);
            UUID last = batch.get(batch.size() - 1).id();
            run.advance("", batch.size());
            if (run.stopped()) {
                return;
            }
            batch = customers.after(run.connection(), last, config.batchCustomers());
        }
        var orders = new OrderCensus(run.connection());
        List<Measure> measures = new ArrayList<>(census.measures());
        measures.addAll(orders.measures());
        List<Spread> spreads = new ArrayList<>(census.spreads());
        spreads.addAll(orders.spreads());
        new ReportTable(run.connection())
                .store(new Report(
                        LocalDate.ofInstant(now, ZoneOffset.UTC), now, census.customers(), measures, spreads));
        run.set("measures", measures.size());
        run.advance("", 0);
    }
}
