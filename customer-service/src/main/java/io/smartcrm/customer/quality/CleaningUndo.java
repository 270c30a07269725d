package io.smartcrm.customer.quality;

import io.smartcrm.customer.cleaning.CleanField;
import io.smartcrm.customer.job.JobConfig;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.JobRun;
import io.smartcrm.customer.job.JobRunner;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.OpenCustomers;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.customer.quality.OriginalTable.Original;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings back what a cleaning replaced, where the field is still as the cleaning left it. */
@ApplicationScoped
class CleaningUndo implements JobRunner {
    static final String CLEANING = "cleaning";

    private final OpenCustomers customers;
    private final JobConfig config;

    CleaningUndo(OpenCustomers customers, JobConfig config) {
        this.customers = customers;
        this.config = config;
    }

    @Override
    public JobKind kind() {
        return JobKind.CLEANING_UNDO;
    }

    @Override
    public void run(JobRun run) throws SQLException {
        var originals = new OriginalTable(run.connection());
        UUID cleaning = UUID.fromString(new JsonObject(run.job().parameters()).getString(CLEANING));
        if (run.position().isEmpty()) {
            run.total(originals.count(cleaning));
        }
        UUID last = run.position().isEmpty() ? OpenCustomers.FIRST : UUID.fromString(run.position());
        List<Original> batch = originals.after(cleaning, last, config.batchCustomers());
        while (!batch.isEmpty()) {
            originals.delete(cleaning, restore(run, batch));
            last = batch.get(batch.size() - 1).customer();
            run.advance(last.toString(), batch.size());
            if (run.stopped()) {
                return;
            }
            batch = originals.after(cleaning, last, config.batchCustomers());
        }
    }

    /** Whose originals are done with: not those of the merged, who may be separated again. */
    private List<UUID> restore(JobRun run, List<Original> batch) throws SQLException {
        Map<UUID, OpenCustomer> locked = customers.lock(
                run.connection(), batch.stream().map(Original::customer).toList());
        List<OpenCustomer> restored = new ArrayList<>();
        List<UUID> done = new ArrayList<>();
        for (Original original : batch) {
            OpenCustomer customer = locked.get(original.customer());
            if (customer == null || customer.mergedInto().isPresent()) {
                run.count("skipped", 1);
                continue;
            }
            done.add(customer.id());
            var text = new JsonObject(customers.open(run.connection(), customer.id(), original.sealed()));
            Profile profile = restored(customer.profile(), text);
            if (!profile.equals(customer.profile())) {
                restored.add(customer.withProfile(profile));
            }
        }
        customers.replace(run.connection(), restored);
        run.count("changed", restored.size());
        return done;
    }

    private static Profile restored(Profile now, JsonObject text) {
        JsonObject before = text.getJsonObject(CleaningRun.BEFORE);
        JsonObject after = text.getJsonObject(CleaningRun.AFTER);
        Profile restored = now;
        for (String label : before.fieldNames()) {
            CleanField field = CleanField.parse(label);
            if (field.of(now).equals(after.getString(label))) {
                restored = field.with(restored, before.getString(label));
            }
        }
        return restored;
    }
}
