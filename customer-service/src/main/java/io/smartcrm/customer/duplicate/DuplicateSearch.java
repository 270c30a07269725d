package io.smartcrm.customer.duplicate;

import io.smartcrm.customer.job.JobConfig;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.JobRun;
import io.smartcrm.customer.job.JobRunner;
import io.smartcrm.customer.matching.Matching;
import io.smartcrm.customer.matching.Pair;
import io.smartcrm.customer.matching.Person;
import io.smartcrm.customer.matching.PersonTable;
import io.smartcrm.customer.merging.Merging;
import io.smartcrm.customer.merging.Survivorship;
import io.smartcrm.customer.profile.CountryName;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.OpenCustomers;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads all customers into compact arrays (some 100 bytes each; nothing of them is written), compares, stores the pairs,
 * and merges those that are certain. After a crash the reading begins anew, the merging goes on.
 */
@ApplicationScoped
class DuplicateSearch implements JobRunner {
    /** Position of a job whose pairs are stored. */
    private static final String MERGING = "merging";

    private static final int CLUSTER_CAP = 8;
    /** With the pairs that are found. */
    private static final long BYTES_A_CUSTOMER = 150;

    /** Few, as their customers are locked until then. */
    private static final int CLUSTERS_A_COMMIT = 20;

    private static final String BY = "job:";

    private final OpenCustomers customers;
    private final Merging merging;
    private final JobConfig config;
    private final Clock clock = Clock.systemUTC();

    DuplicateSearch(OpenCustomers customers, Merging merging, JobConfig config) {
        this.customers = customers;
        this.merging = merging;
        this.config = config;
    }

    @Override
    public JobKind kind() {
        return JobKind.DUPLICATES;
    }

    @Override
    public void run(JobRun run) throws SQLException {
        var parameters = SearchParameters.of(run.job().parameters());
        if (!run.position().startsWith(MERGING) && !find(run, parameters)) {
            return;
        }
        mergeCertain(run, parameters.survivorship());
    }

    /** False when the run is to stop. */
    private boolean find(JobRun run, SearchParameters parameters) throws SQLException {
        long count = customers.count(run.connection());
        // The other half is for the service's other work.
        long most = Runtime.getRuntime().maxMemory() / 2 / BYTES_A_CUSTOMER;
        if (count > most) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "TOO_MANY_CUSTOMERS",
                    count + " customers are more than the " + most + " that fit half of this service's heap; start it"
                            + " with -Xmx" + (2 * BYTES_A_CUSTOMER * count / 1_000_000 + 1) + "m or more");
        }
        run.phase("", count);
        var people = new PersonTable((int) count);
        if (!read(run, people, parameters.attribute())) {
            return false;
        }
        Matching.Outcome outcome = new Matching(parameters.thresholds(), CLUSTER_CAP)
                .run(people, apart(run.connection(), people), run::stoppedMeanwhile);
        if (outcome.stopped()) {
            return false;
        }
        run.set("compared", outcome.compared());
        run.set("blocksLeftOut", outcome.blocksLeftOut());
        store(run, people, outcome.pairs(), parameters.autoMerge());
        return !run.stopped();
    }

    private boolean read(JobRun run, PersonTable people, String attribute) throws SQLException {
        List<OpenCustomer> batch = customers.after(run.connection(), OpenCustomers.FIRST, config.batchCustomers());
        while (!batch.isEmpty()) {
            for (OpenCustomer customer : batch) {
                people.add(person(customer, attribute));
            }
            run.advance("", batch.size());
            if (run.stopped()) {
                return false;
            }
            UUID last = batch.get(batch.size() - 1).id();
            batch = customers.after(run.connection(), last, config.batchCustomers());
        }
        return true;
    }

    private static Person person(OpenCustomer customer, String attribute) {
        Object trait = attribute.isEmpty() ? null : new JsonObject(customer.attributes()).getValue(attribute);
        return new Person(
                customer.id(),
                customer.profile().name(),
                customer.profile().email(),
                customer.profile().phone(),
                CountryName.recognise(customer.profile().country()),
                trait == null ? "" : trait.toString());
    }

    private static Set<Long> apart(Connection connection, PersonTable people) throws SQLException {
        List<DuplicateTable.Ids> told = new DuplicateTable(connection).apart();
        Set<UUID> named = new HashSet<>();
        told.forEach(pair -> {
            named.add(pair.first());
            named.add(pair.second());
        });
        Map<UUID, Integer> numbers = new HashMap<>();
        for (int person = 0; person < people.size() && !named.isEmpty(); person++) {
            UUID id = people.id(person);
            if (named.contains(id)) {
                numbers.put(id, person);
            }
        }
        Set<Long> apart = new HashSet<>();
        for (DuplicateTable.Ids pair : told) {
            Integer one = numbers.get(pair.first());
            Integer other = numbers.get(pair.second());
            if (one != null && other != null) {
                apart.add(Matching.pairName(one, other));
            }
        }
        return apart;
    }

    /** Stored in one transaction: a search is seen whole or not at all. */
    private void store(JobRun run, PersonTable people, List<Pair> pairs, boolean autoMerge) throws SQLException {
        var table = new DuplicateTable(run.connection());
        UUID job = run.job().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Integer, UUID> clusterIds = new HashMap<>();
        List<Duplicate> batch = new ArrayList<>();
        List<Optional<UUID>> clusters = new ArrayList<>();
        long certain = 0;
        for (Pair pair : pairs) {
            boolean merge = autoMerge && pair.certain();
            certain += merge ? 1 : 0;
            batch.add(duplicate(people, pair, merge ? DuplicateState.CERTAIN : DuplicateState.OPEN, now));
            clusters.add(
                    merge
                            ? Optional.of(clusterIds.computeIfAbsent(pair.cluster(), any -> TimeOrderedId.next()))
                            : Optional.empty());
            if (batch.size() == config.batchCustomers()) {
                table.store(job, batch, clusters);
                batch.clear();
                clusters.clear();
            }
        }
        table.store(job, batch, clusters);
        table.forgetOthers(job);
        run.set("review", pairs.size() - certain);
        run.set("certain", certain);
        run.phase(MERGING, table.countClusters(job));
        run.advance(MERGING, 0);
    }

    private static Duplicate duplicate(PersonTable people, Pair pair, DuplicateState state, Instant now) {
        UUID one = people.id(pair.one());
        UUID other = people.id(pair.other());
        // As the database orders them: by their bytes.
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return new Duplicate(
                TimeOrderedId.next(),
                inOrder ? one : other,
                inOrder ? other : one,
                state,
                pair.probability(),
                pair.weight(),
                pair.agreement(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    private void mergeCertain(JobRun run, Survivorship survivorship) throws SQLException {
        var table = new DuplicateTable(run.connection());
        UUID job = run.job().id();
        UUID after = OpenCustomers.FIRST;
        List<UUID> clusters = table.clusters(job, after, CLUSTERS_A_COMMIT);
        while (!clusters.isEmpty()) {
            for (UUID cluster : clusters) {
                mergeCluster(run, table, cluster, survivorship);
                after = cluster;
            }
            run.advance(MERGING, clusters.size());
            if (run.stopped()) {
                return;
            }
            clusters = table.clusters(job, after, CLUSTERS_A_COMMIT);
        }
    }

    /** Customers that changed since so that they cannot be merged are left to a person. */
    private void mergeCluster(JobRun run, DuplicateTable table, UUID cluster, Survivorship survivorship)
            throws SQLException {
        UUID job = run.job().id();
        Savepoint before = run.connection().setSavepoint();
        try {
            List<OpenCustomer> members = customers.lock(run.connection(), table.members(job, cluster)).values().stream()
                    .filter(customer -> customer.mergedInto().isEmpty())
                    .toList();
            UUID merge = null;
            if (members.size() > 1) {
                OpenCustomer winner = Survivorship.winner(members);
                for (OpenCustomer loser : members) {
                    if (!loser.id().equals(winner.id())) {
                        merge = merging.merge(run.connection(), winner.id(), loser.id(), survivorship, BY + job, "")
                                .id();
                        run.count("merged", 1);
                    }
                }
            }
            table.decideCluster(job, cluster, DuplicateState.MERGED, BY + job, merge, clock.instant());
        } catch (Failure refused) {
            run.connection().rollback(before);
            run.count("refused", 1);
            table.decideCluster(job, cluster, DuplicateState.OPEN, "", null, clock.instant());
        }
    }
}
