package io.smartcrm.local.testing;

import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.OncePerJvm;
import io.smartcrm.local.PostgresAdmin;
import java.util.function.Supplier;

/** The PostgreSQL server of this JVM's tests; it ends with the JVM. */
public final class TestPostgres implements Supplier<String> {
    private static final String PASSWORD = "postgres";

    static PostgresAdmin admin() {
        return new PostgresAdmin(Integer.parseInt(OncePerJvm.text("postgres", TestPostgres.class)), PASSWORD);
    }

    /** Starts the server and tells its port. */
    @Override
    public String get() {
        LocalPostgres postgres = LocalPostgres.temporary(PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-test-postgres"));
        return Integer.toString(postgres.admin().port());
    }
}
