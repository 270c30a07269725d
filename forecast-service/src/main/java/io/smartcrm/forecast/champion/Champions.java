package io.smartcrm.forecast.champion;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Promotes methods and brings earlier ones back. Blocks: for worker threads. */
@ApplicationScoped
public class Champions {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_REQUEST_ID = 200;

    private final AgroalDataSource database;
    private final Clock clock;

    Champions(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    Champion promote(Method method, String note, String principal, String requestId) {
        return added(method, note, Optional.empty(), principal, requestId);
    }

    /** Makes the method of an earlier version hold again. */
    Champion restore(int version, String note, String principal, String requestId) {
        Champion earlier = version == 0
                ? Champion.BUILT_IN
                : on(connection -> new ChampionTable(connection).find(version))
                        .orElseThrow(() -> Failure.notFound("method promotion", Integer.toString(version)));
        return added(earlier.method(), note, Optional.of(version), principal, requestId);
    }

    /** A repeated request gets the promotion it asked for before. */
    private Champion added(Method method, String note, Optional<Integer> restored, String principal, String requestId) {
        if (note.length() > LONGEST_NOTE) {
            throw Failure.invalid("note", "has " + note.length() + " characters; " + LONGEST_NOTE + " are allowed");
        }
        if (requestId.length() > LONGEST_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + LONGEST_REQUEST_ID + " characters");
        }
        Champion promoted = on(connection -> {
                    var table = new ChampionTable(connection);
                    boolean added = table.insert(method, note, restored, principal, requestId, clock.instant());
                    return added && requestId.isEmpty()
                            ? table.list(Integer.MAX_VALUE, 1).stream().findFirst()
                            : table.asked(principal, requestId);
                })
                .orElseThrow(() -> new IllegalStateException("a promotion that was just asked for is gone"));
        if (promoted.method() != method || !promoted.restoredVersion().equals(restored)) {
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
