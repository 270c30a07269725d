package io.smartcrm.customer.quality;

import io.smartcrm.customer.cleaning.CleanField;
import io.smartcrm.customer.cleaning.CleaningPlan;
import io.smartcrm.customer.job.Job;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.JobState;
import io.smartcrm.customer.job.Jobs;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.OpenCustomers;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.customer.quality.CleaningPreview.FieldPreview;
import io.smartcrm.customer.quality.CleaningPreview.Sample;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cleans customers, after showing what that would do. Blocks: for worker threads. */
@ApplicationScoped
class Cleanings {
    private static final int MAX_CUSTOMERS = 5_000;
    private static final int USUAL_CUSTOMERS = 1_000;
    private static final int SAMPLES = 10;

    private final Database database;
    private final OpenCustomers customers;
    private final Jobs jobs;

    Cleanings(Database database, OpenCustomers customers, Jobs jobs) {
        this.database = database;
        this.customers = customers;
        this.jobs = jobs;
    }

    /** @param count of the latest customers to look at; 0 is the usual number */
    CleaningPreview preview(CleaningPlan plan, int count) {
        if (count < 0 || count > MAX_CUSTOMERS) {
            throw Failure.invalid("customers", count + " is not between 1 and " + MAX_CUSTOMERS);
        }
        int limit = count == 0 ? USUAL_CUSTOMERS : count;
        List<OpenCustomer> latest = database.transaction(connection -> customers.latest(connection, limit));
        Map<CleanField, FieldPreview> fields = new EnumMap<>(CleanField.class);
        for (CleanField field : plan.rules().keySet()) {
            fields.put(field, preview(plan, field, latest));
        }
        return new CleaningPreview(latest.size(), fields);
    }

    Job start(CleaningPlan plan, String principal, String requestId) {
        return jobs.start(JobKind.CLEANING, PlanJson.of(plan), principal, requestId);
    }

    /** @throws Failure UNPROCESSABLE while the cleaning has not ended */
    Job undo(UUID cleaning, String principal, String requestId) {
        Job job = jobs.get(cleaning);
        if (job.kind() != JobKind.CLEANING) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "NOT_A_CLEANING",
                    "job '" + cleaning + "' is a " + job.kind() + "; only a CLEANING can be undone");
        }
        if (job.state() == JobState.WAITING || job.state() == JobState.RUNNING) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "CLEANING_RUNS",
                    "cleaning '" + cleaning + "' has not ended; cancel it first");
        }
        String parameters =
                new JsonObject().put(CleaningUndo.CLEANING, cleaning.toString()).encode();
        return jobs.start(JobKind.CLEANING_UNDO, parameters, principal, requestId);
    }

    private static FieldPreview preview(CleaningPlan plan, CleanField field, List<OpenCustomer> latest) {
        int changed = 0;
        List<Sample> samples = new ArrayList<>();
        for (OpenCustomer customer : latest) {
            Profile cleaned = plan.clean(customer.profile());
            String before = field.of(customer.profile());
            String after = field.of(cleaned);
            if (!before.equals(after)) {
                changed++;
                if (samples.size() < SAMPLES) {
                    samples.add(new Sample(customer.id(), before, after));
                }
            }
        }
        return new FieldPreview(changed, samples);
    }
}
