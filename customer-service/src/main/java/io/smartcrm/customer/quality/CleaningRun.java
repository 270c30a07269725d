package io.smartcrm.customer.quality;

import io.smartcrm.customer.cleaning.CleanField;
import io.smartcrm.customer.cleaning.CleaningPlan;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Applies a plan to all customers in the order of their ids, and goes on there after a crash; keeps the originals. */
@ApplicationScoped
class CleaningRun implements JobRunner {
    static final String BEFORE = "before";
    static final String AFTER = "after";

    private final OpenCustomers customers;
    private final JobConfig config;

    CleaningRun(OpenCustomers customers, JobConfig config) {
        this.customers = customers;
        this.config = config;
    }

    @Override
    public JobKind kind() {
        return JobKind.CLEANING;
    }

    @Override
    public void run(JobRun run) throws SQLException {
        CleaningPlan plan = PlanJson.read(run.job().parameters());
        UUID last = run.position().isEmpty() ? OpenCustomers.FIRST : UUID.fromString(run.position());
        run.total(customers.count(run.connection()));
        List<OpenCustomer> batch = customers.after(run.connection(), last, config.batchCustomers());
        while (!batch.isEmpty()) {
            clean(run, plan, batch);
            last = batch.get(batch.size() - 1).id();
            run.advance(last.toString(), batch.size());
            if (run.stopped()) {
                return;
            }
            batch = customers.after(run.connection(), last, config.batchCustomers());
        }
    }

    private void clean(JobRun run, CleaningPlan plan, List<OpenCustomer> batch) throws SQLException {
        List<UUID> dirty = batch.stream()
                .filter(customer -> !plan.clean(customer.profile()).equals(customer.profile()))
                .map(OpenCustomer::id)
                .toList();
        if (dirty.isEmpty()) {
            return;
        }
        List<OpenCustomer> cleaned = new ArrayList<>();
        List<Original> originals = new ArrayList<>();
        // Locked, and looked at again: somebody may have been faster.
        for (OpenCustomer customer : customers.lock(run.connection(), dirty).values()) {
            Profile profile = plan.clean(customer.profile());
            if (customer.mergedInto().isEmpty() && !profile.equals(customer.profile())) {
                originals.add(original(run, customer, profile));
                cleaned.add(customer.withProfile(profile));
            }
        }
        new OriginalTable(run.connection()).insert(originals);
        customers.replace(run.connection(), cleaned);
        run.count("changed", cleaned.size());
        for (Original original : originals) {
            original.fields().forEach(field -> run.count("changed." + field, 1));
        }
    }

    private Original original(JobRun run, OpenCustomer customer, Profile cleaned) throws SQLException {
        List<CleanField> fields = Arrays.stream(CleanField.values())
                .filter(field -> !field.of(customer.profile()).equals(field.of(cleaned)))
                .toList();
        var before = new JsonObject();
        var after = new JsonObject();
        fields.forEach(field -> {
            before.put(field.label(), field.of(customer.profile()));
            after.put(field.label(), field.of(cleaned));
        });
        String text = new JsonObject().put(BEFORE, before).put(AFTER, after).encode();
        return new Original(
                run.job().id(),
                customer.id(),
                fields.stream().map(CleanField::label).toList(),
                customers.seal(run.connection(), customer.id(), text));
    }
}
