package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.toSet;

import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds customers by the names that another system gives them, creates those it does not find and fills in what was
 * empty; by the thousand, with the events of those that changed, within the caller's transaction. What is known already
 * stays: an order file is no authority on a profile. Blocks: for worker threads.
 */
@ApplicationScoped
public class CustomerBulk {
    private final Outbox outbox;
    private final Vault vault;
    private final ProfileSeal seal;
    private final Clock clock = Clock.systemUTC();

    public CustomerBulk(Outbox outbox, Vault vault, ProfileSeal seal) {
        this.outbox = outbox;
        this.vault = vault;
        this.seal = seal;
    }

    /**
     * @param ids of all customers told of, by their name in the namespace
     * @param changed how many were created or filled in, and not counted before
     */
    public record Result(Map<String, UUID> ids, int changed) {
        public Result {
            ids = Map.copyOf(ids);
        }
    }

    /**
     * @param sightings all of the namespace, each value once
     * @param since customers that changed since then were counted before
     */
    public Result see(Connection connection, String namespace, Collection<CustomerSighting> sightings, Instant since)
            throws SQLException {
        return store(connection, namespace, sightings, since, Customer::fillIn);
    }

    /** As {@link #see}, from a source that may say how customers are: what it tells replaces what was known. */
    public Result tell(Connection connection, String namespace, Collection<CustomerSighting> sightings, Instant since)
            throws SQLException {
        return store(connection, namespace, sightings, since, Customer::correct);
    }

    /** What becomes of a customer that was known before. */
    @FunctionalInterface
    private interface Authority {
        Customer apply(Customer known, Profile told, Instant now);
    }

    private Result store(
            Connection connection,
            String namespace,
            Collection<CustomerSighting> sightings,
            Instant since,
            Authority authority)
            throws SQLException {
        Instant now = clock.instant();
        var named = new NamedCustomers(connection, namespace, vault, seal);
        Map<String, Customer> customers = named.find(
                sightings.stream().map(sighting -> sighting.identity().value()).toList());
        List<Customer> created = insertNew(named, sightings, customers, now);
        var uncounted = customers.values().stream()
                .filter(customer -> customer.updateTime().isBefore(since))
                .map(Customer::id)
                .collect(toSet());
        List<Customer> filled = change(named, sightings, customers, now, authority);
        if (!filled.isEmpty()) {
            new CustomerTable(connection, vault, seal).update(filled);
        }
        outbox.append(
                connection,
                Stream.concat(created.stream(), filled.stream())
                        .map(CustomerEvents::changed)
                        .toList());
        long counted =
                filled.stream().map(Customer::id).filter(uncounted::contains).count();
        Map<String, UUID> ids = new HashMap<>();
        customers.forEach((value, customer) -> ids.put(value, customer.id().value()));
        return new Result(ids, created.size() + (int) counted);
    }

    /** Adds new customers to those found, also those that another transaction inserted first. */
    private static List<Customer> insertNew(
            NamedCustomers named, Collection<CustomerSighting> sightings, Map<String, Customer> customers, Instant now)
            throws SQLException {
        Map<String, Customer> created = new HashMap<>();
        for (CustomerSighting sighting : sightings) {
            String value = sighting.identity().value();
            if (!customers.containsKey(value)) {
                created.put(value, Customer.create(List.of(sighting.identity()), sighting.profile(), Labels.NONE, now));
            }
        }
        var inserted = named.insert(created);
        Map<String, Customer> lost = new HashMap<>(created);
        lost.keySet().removeAll(inserted);
        customers.putAll(named.find(lost.keySet()));
        created.keySet().retainAll(inserted);
        customers.putAll(created);
        return new ArrayList<>(created.values());
    }

    private static List<Customer> change(
            NamedCustomers named,
            Collection<CustomerSighting> sightings,
            Map<String, Customer> customers,
            Instant now,
            Authority authority)
            throws SQLException {
        Map<String, CustomerSighting> news = new HashMap<>();
        for (CustomerSighting sighting : sightings) {
            Customer known = customers.get(sighting.identity().value());
            if (known != null
                    && !authority.apply(known, sighting.profile(), now).equals(known)) {
                news.put(sighting.identity().value(), sighting);
            }
        }
        Map<CustomerId, Customer> filled = new HashMap<>();
        named.lock(news.keySet()).forEach((value, locked) -> {
            // Two names may be of one customer.
            Customer current = filled.getOrDefault(locked.id(), locked);
            CustomerSighting sighting = news.get(value);
            Customer next = sighting == null ? current : authority.apply(current, sighting.profile(), now);
            if (!next.equals(current)) {
                filled.put(next.id(), next);
            }
        });
        return List.copyOf(filled.values());
    }
}
