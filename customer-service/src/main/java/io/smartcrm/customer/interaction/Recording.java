package io.smartcrm.customer.interaction;

import static java.util.stream.Collectors.toSet;

import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.CustomerNames;
import io.smartcrm.customer.profile.CustomerSighting;
import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stores interactions by the thousand, each message id once, with their events, within the caller's transaction. Blocks:
 * for worker threads.
 *
 * <p>Whose an interaction is: the customer who is named; else whom the user's name belongs to; else whom the visitor said to
 * be. A user who is unknown and identified becomes a customer; one who is only mentioned is remembered, and the
 * interactions wait for the customer to appear.
 */
@ApplicationScoped
public class Recording {
    private final CustomerNames names;
    private final CustomerBulk customers;
    private final Partitions partitions;
    private final Outbox outbox;
    private final Recollection recent = new RecentMessages();
    private final Recollection stored;
    private final Clock clock = Clock.systemUTC();

    Recording(
            CustomerNames names,
            CustomerBulk customers,
            Partitions partitions,
            Outbox outbox,
            InteractionConfig config) {
        this.names = names;
        this.customers = customers;
        this.partitions = partitions;
        this.outbox = outbox;
        this.stored = new StoredMessages(config.messageRetention());
    }

    /** Answers what became of each, in their order. */
    public List<RecordResult> record(Connection connection, List<InteractionDraft> drafts) throws SQLException {
        return record(connection, drafts, recent);
    }

    /** As {@link #record}, of a history that may be told again at any time: what was ever stored is known. */
    public List<RecordResult> recordHistory(Connection connection, List<InteractionDraft> drafts) throws SQLException {
        return record(connection, drafts, stored);
    }

    private List<RecordResult> record(Connection connection, List<InteractionDraft> drafts, Recollection recollection)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        partitions.prepare(drafts.stream().map(InteractionDraft::occurTime).collect(toSet()), today);
        PeopleTable.begin(connection);
        var people = new PeopleTable(connection, names);
        var results = new RecordResult[drafts.size()];
        Map<UUID, UUID> present = names.present(
                connection,
                drafts.stream().flatMap(draft -> draft.customerId().stream()).collect(toSet()));
        rejectUnknownCustomers(present, drafts, results);
        recollection.mark(connection, drafts, results, now);
        List<InteractionDraft> fresh = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                fresh.add(drafts.get(i));
            }
        }
        List<Interaction> added = store(connection, people, fresh, present, now, recollection);
        int next = 0;
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                results[i] = new RecordResult.Accepted(added.get(next++).id());
            }
        }
        return Arrays.asList(results);
    }

    private static void rejectUnknownCustomers(
            Map<UUID, UUID> present, List<InteractionDraft> drafts, RecordResult[] results) {
        for (int i = 0; i < results.length; i++) {
            Optional<UUID> customer = drafts.get(i).customerId();
            if (customer.isPresent() && !present.containsKey(customer.get())) {
                results[i] = new RecordResult.Rejected("customerId", "no customer '" + customer.get() + "'");
            }
        }
    }

    private List<Interaction> store(
            Connection connection,
            PeopleTable people,
            List<InteractionDraft> drafts,
            Map<UUID, UUID> present,
            Instant now,
            Recollection recollection)
            throws SQLException {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Map<Identity, UUID> users = users(connection, drafts, now);
        people.found(users);
        people.link(identified(drafts, present, users));
        Map<String, UUID> visitors = people.visitors(
                drafts.stream().map(InteractionDraft::anonymousId).collect(toSet()));
        Map<Identity, UUID> unknown = people.remember(drafts.stream()
                .flatMap(draft -> draft.user().stream())
                .filter(user -> !users.containsKey(user))
                .collect(toSet()));
        Map<String, UUID> products =
                people.products(drafts.stream().map(InteractionDraft::product).collect(toSet()));
        List<Interaction> added = new ArrayList<>(drafts.size());
        Map<UUID, UUID> waiting = new HashMap<>();
        for (InteractionDraft draft : drafts) {
            Optional<UUID> customer =
                    draft.customerId().map(present::get).or(() -> draft.user().map(users::get));
            // A name that is nobody's yet outweighs the visitor: another person may sit at the same device.
            if (customer.isEmpty() && draft.user().isEmpty()) {
                customer = Optional.ofNullable(visitors.get(draft.anonymousId()));
            }
            Interaction interaction = interaction(
                    recollection.id(draft), draft, customer, Optional.ofNullable(products.get(draft.product())), now);
            if (customer.isEmpty()) {
                draft.user().map(unknown::get).ifPresent(user -> waiting.put(interaction.id(), user));
            }
            added.add(interaction);
        }
        new InteractionTable(connection).insert(added, waiting);
        outbox.append(connection, InteractionEvents.recorded(added));
        return added;
    }

    /** Whose the names are; those who are identified become customers if they were none. */
    private Map<Identity, UUID> users(Connection connection, List<InteractionDraft> drafts, Instant now)
            throws SQLException {
        Set<Identity> named = new HashSet<>();
        Map<String, Map<Identity, CustomerSighting>> sighted = new HashMap<>();
        for (InteractionDraft draft : drafts) {
            draft.user().ifPresent(user -> {
                named.add(user);
                draft.identification()
                        .ifPresent(told -> sighted.computeIfAbsent(user.namespace(), any -> new LinkedHashMap<>())
                                .merge(user, new CustomerSighting(user, told), Recording::both));
            });
        }
        for (Map.Entry<String, Map<Identity, CustomerSighting>> of : sighted.entrySet()) {
            customers.see(connection, of.getKey(), of.getValue().values(), now);
        }
        return names.find(connection, named);
    }

    private static CustomerSighting both(CustomerSighting first, CustomerSighting second) {
        Profile a = first.profile();
        Profile b = second.profile();
        return new CustomerSighting(
                first.identity(),
                new Profile(
                        a.name().isEmpty() ? b.name() : a.name(),
                        a.email().isEmpty() ? b.email() : a.email(),
                        a.phone().isEmpty() ? b.phone() : a.phone(),
                        a.country().isEmpty() ? b.country() : a.country()));
    }

    /** Visitors who said who they are; the last word counts. */
    private static Map<String, UUID> identified(
            List<InteractionDraft> drafts, Map<UUID, UUID> present, Map<Identity, UUID> users) {
        Map<String, UUID> identified = new HashMap<>();
        for (InteractionDraft draft : drafts) {
            if (draft.identification().isPresent() && !draft.anonymousId().isEmpty()) {
                draft.customerId()
                        .map(present::get)
                        .or(() -> draft.user().map(users::get))
                        .ifPresent(customer -> identified.put(draft.anonymousId(), customer));
            }
        }
        return identified;
    }

    private static Interaction interaction(
            InteractionId id, InteractionDraft draft, Optional<UUID> customer, Optional<UUID> product, Instant now) {
        return new Interaction(
                id.value(),
                customer,
                draft.anonymousId(),
                draft.direction(),
                draft.type(),
                draft.channel(),
                draft.name(),
                draft.occurTime(),
                now,
                product,
                draft.properties(),
                draft.messageId(),
                draft.deliveryState().map(state -> Deliveries.begin(state, draft.occurTime())),
                1);
    }
}
