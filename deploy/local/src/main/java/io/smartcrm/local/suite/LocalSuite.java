package io.smartcrm.local.suite;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Leftovers;
import io.smartcrm.local.PartProcess;
import io.smartcrm.local.SignIn;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * PostgreSQL, Kafka, Keycloak, the four services and the gateway, each in a process of its own. Journeys start it as
 * {@code try (LocalSuite suite = LocalSuite.start(SuiteOptions.forTest(folder, 21000)))}; {@code deploy/up} runs
 * {@link SuiteCommand}.
 */
public final class LocalSuite implements AutoCloseable {
    private final SuiteOptions options;
    private final FolderLock lock;
    private final SuiteParts parts;

    private LocalSuite(SuiteOptions options, FolderLock lock, SuiteParts parts) {
        this.options = options;
        this.lock = lock;
        this.parts = parts;
    }

    /**
     * Starts all parts and returns when they answer.
     *
     * @throws io.smartcrm.local.PartFailure in one sentence for what is wrong
     */
    public static LocalSuite start(SuiteOptions options) {
        LocalSuite suite = prepare(options, new Progress(nowhere(), false));
        boolean ready = false;
        try {
            suite.startParts();
            ready = true;
            return suite;
        } finally {
            if (!ready) {
                suite.close();
            }
        }
    }

    /** Takes the data folder and looks whether all can start; nothing runs yet. */
    static LocalSuite prepare(SuiteOptions options, Progress progress) {
        DataFolder folder = options.folder();
        FolderLock lock = FolderLock.take(folder);
        boolean prepared = false;
        try {
            int left = Leftovers.stop(folder);
            if (left > 0) {
                progress.say("Stopped " + left + " processes that an earlier run left behind.");
            }
            if (options.has(Wish.FRESH)) {
                folder.forget();
            }
            new Preflight(options, folder).check();
            SuiteParts parts = new SuiteParts(new SuitePlan(options, folder).parts(), progress);
            prepared = true;
            return new LocalSuite(options, lock, parts);
        } finally {
            if (!prepared) {
                lock.close();
            }
        }
    }

    void startParts() {
        parts.startAll();
    }

    SuiteParts parts() {
        return parts;
    }

    /** Where the REST API is. */
    public URI gateway() {
        return URI.create(SuitePlan.url(options.ports().gateway()));
    }

    public URI keycloak() {
        return URI.create(SuitePlan.url(options.ports().keycloak()));
    }

    public SuitePorts ports() {
        return options.ports();
    }

    /** An access token of the demo user who has this role and its name. */
    public String token(String role) {
        return new SignIn(keycloak() + "/realms/smartcrm").token(role, role);
    }

    /** The process of a part, such as {@code "customer-service"} or {@code "Kafka"}: to be killed or frozen by a test. */
    public PartProcess process(String part) {
        return parts.running(part).process();
    }

    /** Starts a part again, after it was killed or with a clean stop before, and returns when it answers. */
    public void restart(String part) {
        parts.restart(part);
    }

    /** Stops everything in the reverse order; the data stays. */
    @Override
    public void close() {
        try {
            parts.close();
        } finally {
            lock.close();
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
