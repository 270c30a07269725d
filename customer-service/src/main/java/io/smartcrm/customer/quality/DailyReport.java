package io.smartcrm.customer.quality;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks for the report of each day; the name of the request is the day, so that all replicas ask for one. */
@ApplicationScoped
class DailyReport {
    private static final String PRINCIPAL = "daily";

    private final Jobs jobs;
    private final QualityConfig config;
    private final Clock clock = Clock.systemUTC();
    private @Nullable ScheduledExecutorService timer;

    DailyReport(Jobs jobs, QualityConfig config) {
        this.jobs = jobs;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (!config.daily()) {
            return;
        }
        var scheduled = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "daily-report");
            thread.setDaemon(true);
            return thread;
        });
        long interval = config.checkInterval().toMillis();
        // Not at once: a service that starts has better things to do.
        var looks = scheduled.scheduleWithFixedDelay(this::ask, interval, interval, TimeUnit.MILLISECONDS);
        Log.debugf("The report of the day is looked for: %s", looks);
        timer = scheduled;
    }

    void onStop(@Observes ShutdownEvent event) {
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    void ask() {
        try {
            jobs.start(JobKind.QUALITY_REPORT, "{}", PRINCIPAL, "quality-report-" + LocalDate.now(clock));
        } catch (RuntimeException failed) {
            Log.warnf(failed, "The report of the day was not asked for; next attempt in %s", config.checkInterval());
        }
    }
}
