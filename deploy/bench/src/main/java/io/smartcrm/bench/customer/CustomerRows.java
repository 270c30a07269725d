package io.smartcrm.bench.customer;

import io.smartcrm.bench.UsageException;
import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.CustomerSighting;
import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.customer.profile.ProfileSeal;
import io.smartcrm.customer.vault.BlindIndex;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Customers of the suite's database, made by the service's own bulk path: sealed, indexed and labelled. */
final class CustomerRows {
    static final List<String> FILTERS = List.of("", "country = \"DE\"", "tag = \"bench\"");
    private static final int BATCH = 20_000;
    private static final List<String> COUNTRIES = List.of("DE", "FR", "GB", "US", "CN", "NL", "ES", "IT");
    private static final List<String> GIVEN = List.of("Ada", "Ben", "Chen", "Dora", "Emil", "Fatima", "Grace", "Hugo");
    private static final List<String> FAMILY = List.of("Lovelace", "Hopper", "Turing", "Noether", "Gauss", "Curie");
    /** Spread over a year, so that a time is a depth. */
    private static final String SPREAD = """
        update customer set tags = case when ('x' || right(id::text, 2))::bit(8)::int %% 10 = 0
            then array['bench'] else tags end, create_time = create_time - random() * interval '365 days'
        where id in (select customer_id from customer_identity where namespace = 'bench-%d')\
        """;

    private final Connection connection;
    private final Path vault;

    CustomerRows(Connection connection, Path vault) {
        this.connection = connection;
        this.vault = vault;
    }

    long count() throws SQLException {
        return Long.parseLong(text("select count(*) from customer where merged_into is null"));
    }

    /** The time before which so much of all customers, from the newest, are skipped; of the last page at least one is left. */
    String timeAt(double depth) throws SQLException {
        long skipped = Math.max(0, (long) (count() * depth) - 100);
        return text("select to_char(create_time at time zone 'utc' + interval '1 microsecond',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from customer where merged_into is null"
                + " order by create_time desc, id desc limit 1 offset " + skipped);
    }

    void fillUpTo(int customers) throws SQLException {
        long there = count();
        if (there >= customers) {
            return;
        }
        if (!Files.isDirectory(vault)) {
            throw new UsageException(vault + " is no vault; name the data folder of the running suite by --data");
        }
        var opened = Vault.open(vault);
        var bulk = new CustomerBulk(new Outbox(), opened, new ProfileSeal(new BlindIndex(opened)));
        connection.setAutoCommit(false);
        while (there < customers) {
            int made = (int) Math.min(BATCH, customers - there);
            insert(bulk, there, made);
            there += made;
            System.err.println(there + " customers");
        }
        connection.setAutoCommit(true);
        execute("vacuum analyze customer, customer_facet, customer_identity, data_key");
    }

    private void insert(CustomerBulk bulk, long from, int count) throws SQLException {
        String namespace = "bench-" + from;
        List<CustomerSighting> sightings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long number = from + i;
            String name = pick(GIVEN, number) + " " + pick(FAMILY, number / 7) + number % 1000;
            sightings.add(new CustomerSighting(
                    new Identity(namespace, Long.toString(number)),
                    new Profile(name, "c" + number + "@example.org", "+44 20 " + number, pick(COUNTRIES, number))));
        }
        bulk.see(connection, namespace, sightings, Instant.now());
        execute(SPREAD.formatted(from));
        // They are of no interest to the other services.
        execute("delete from outbox where key in (select customer_id::text from customer_identity where namespace = '"
                + namespace + "')");
        connection.commit();
    }

    private static String pick(List<String> texts, long number) {
        return texts.get((int) (number % texts.size()));
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new UsageException("the suite has no customers");
            }
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
