package io.smartcrm.forecast.champion;

import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Promotes methods and brings earlier ones back. Blocks: for worker threads. */
@ApplicationScoped
public class Champions {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_REQUEST_ID = 200;

    private final AgroalDataSource database;
    private final Clock clock;
    private final String codeVersion;

    Champions(
            AgroalDataSource database,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String codeVersion) {
        this.database = database;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /** What forecasts now when nobody names a method; may be asked from any thread. */
    public Uni<MethodSet> methods() {
        return Uni.createFrom().item(() -> active().methods()).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** The one that holds now. */
    public Champion active() {
        return on(connection -> new ChampionTable(connection).list(Integer.MAX_VALUE, 1)).stream()
                .findFirst()
                .orElse(Champion.BUILT_IN);
    }

    /** Newest first, one more than the size when there is a next page; at the end what the program brings along. */
    List<Champion> list(int below, int size) {
        List<Champion> promoted = on(connection -> new ChampionTable(connection).list(below, size + 1));
        List<Champion> found = new ArrayList<>(promoted);
        if (found.size() <= size && below > 0) {
            found.add(Champion.BUILT_IN);
        }
        return found;
    }

    Champion promote(Method champion, List<Method> candidates, String note, String principal, String requestId) {
        return added(new NewChampion(champion, candidates, note, Optional.empty()), principal, requestId);
    }

    /** Makes the methods of an earlier version hold again. */
    Champion restore(int version, String note, String principal, String requestId) {
        Champion earlier = version == 0
                ? Champion.BUILT_IN
                : on(connection -> new ChampionTable(connection).find(version))
                        .orElseThrow(() -> Failure.notFound("method promotion", Integer.toString(version)));
        return added(NewChampion.again(earlier, note), principal, requestId);
    }

    /** A repeated request gets the promotion it asked for before. */
    private Champion added(NewChampion wanted, String principal, String requestId) {
        if (wanted.note().length() > LONGEST_NOTE) {
            throw Failure.invalid(
                    "note", "has " + wanted.note().length() + " characters; " + LONGEST_NOTE + " are allowed");
        }
        if (requestId.length() > LONGEST_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + LONGEST_REQUEST_ID + " characters");
        }
        Champion promoted = on(connection -> {
                    var table = new ChampionTable(connection);
                    boolean added = table.insert(wanted, principal, requestId, clock.instant(), codeVersion);
                    return added && requestId.isEmpty()
                            ? table.list(Integer.MAX_VALUE, 1).stream().findFirst()
                            : table.asked(principal, requestId);
                })
                .orElseThrow(() -> new IllegalStateException("a promotion that was just asked for is gone"));
        if (!wanted.became(promoted)) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "'" + requestId + "' was used for another request; choose a new key");
        }
        return promoted;
    }

    /** Each statement is a transaction of its own. */
    private <T> T on(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            Failure failure = new Failure(
                    Failure.Kind.UNAVAILABLE, "DATABASE_UNAVAILABLE", "the database did not answer; try again");
            failure.initCause(failed);
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
