package io.smartcrm.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smartcrm.local.Database;
import io.smartcrm.local.PostgresAdmin;
import java.util.Map;
import java.util.UUID;

/**
 * Gives the service under test an empty PostgreSQL database of its own, entered by a role that is not superuser. All tests
 * of a JVM share one server; each start of this resource makes a new database.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Database database =
                Database.named("test_" + UUID.randomUUID().toString().replace("-", ""));
        PostgresAdmin postgres = TestPostgres.admin();
        postgres.create(database);
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
                "quarkus.datasource.reactive.url", postgres.reactiveUrl(database),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    /** Leaves the database to the end of the server: nobody else sees it. */
    @Override
    public void stop() {}
}
