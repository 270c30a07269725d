package io.smartcrm.customer.audit;

import static io.smartcrm.customer.audit.AuditEntryFixtures.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.OwnDatabase;
import io.smartcrm.customer.audit.ChainCheck.Break;
import io.smartcrm.customer.audit.ChainCheck.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain in a database of its own, where it can be tampered with. */
class AuditChainTest {
    private static OwnDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = OwnDatabase.create();
    }

    @BeforeEach
    void empty() throws SQLException {
        tamper("truncate audit_entry, audit_anchor, audit_waiting");
        database.execute("update audit_head set sequence = 0, hash = repeat('0', 64)");
    }

    @Test
    void entriesAppendedAndChainedAtOnceMakeOneChain() throws Exception {
        // Given
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            work.add(() -> {
                append(50);
                return true;
            });
        }
        for (int chainer = 0; chainer < 2; chainer++) {
            work.add(() -> {
                for (int round = 0; round < 20; round++) {
                    chain();
                }
                return true;
            });
        }
        // When
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        chain();
        // Then
        var found = verify(1);
        assertThat(found.firstBreak()).isEmpty();
        assertThat(found.checked()).isEqualTo(300);
        assertThat(found.waiting()).isZero();
    }

    @Test
    void theLogIsOnlyAppendedTo() throws SQLException {
        // Given
        append(1);
        chain();
        // When
        // Then
        assertThatThrownBy(() -> database.execute("update audit_entry set user_name = 'eve'"))
                .hasMessageContaining("only appended to");
        assertThatThrownBy(() -> database.execute("delete from audit_entry")).hasMessageContaining("only appended to");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set user_name = 'eve' where sequence = 4 | 4 | CHANGED",
                "update audit_entry set roles = '{admin}' where sequence = 5 | 5 | CHANGED",
                "delete from audit_entry where sequence = 6 | 6 | MISSING",
                "update audit_entry set sequence = 15 - sequence where sequence in (7, 8) | 7 | CHANGED",
                "delete from audit_entry where sequence > 8 | 9 | TRUNCATED",
                "delete from audit_entry | 1 | TRUNCATED",
            })
    void whateverIsDoneToTheLogIsFound(String crime, long sequence, Kind kind) throws SQLException {
        // Given
        append(10);
        chain();
        if (crime.contains("15 - sequence")) {
            tamper("alter table audit_entry drop constraint audit_entry_pkey");
        }
        tamper(crime);
        // When
        var found = verify(1);
        // Then
        assertThat(found.firstBreak()).contains(new Break(sequence, kind));
    }

    @Test
    void aCutIsMissedByItsAnchorWhenTheHeadWasSetBackToo() throws SQLException {
        // Given
        append(10);
        chain();
        anchor();
        tamper("delete from audit_entry where sequence > 7");
        database.execute(
                "update audit_head set sequence = 7, hash = (select hash from audit_entry where sequence = 7)");
        // When
        var found = verify(1);
        // Then
        assertThat(found.firstBreak()).contains(new Break(8, Kind.TRUNCATED));
    }

    @Test
    void aStateThatTheCallerKeptTellsAChainMadeAnew() throws SQLException {
        // Given
        append(10);
        chain();
        var kept = verify(1).head();
        empty();
        append(12);
        chain();
        // When
        var found = audits(table -> Audits.verify(table, 1, 100, Optional.of(kept)));
        // Then
        assertThat(found.firstBreak()).contains(new Break(10, Kind.REWRITTEN));
    }

    @Test
    void theChainIsWalkedInParts() throws SQLException {
        // Given
        append(10);
        chain();
        // When
        var first = audits(table -> Audits.verify(table, 1, 4, Optional.empty()));
        var second = audits(table -> Audits.verify(table, first.next(), 4, Optional.empty()));
        var third = audits(table -> Audits.verify(table, second.next(), 4, Optional.empty()));
        // Then
        assertThat(List.of(first.checked(), second.checked(), third.checked())).containsExactly(4L, 4L, 2L);
        assertThat(third.next()).isZero();
        assertThat(third.firstBreak()).isEmpty();
    }

    @Test
    void aDayIsAnchoredOnce() throws SQLException {
        // Given
        append(3);
        chain();
        anchor();
        append(3);
        chain();
        // When
        anchor();
        // Then
        assertThat(database.rows("select sequence from audit_anchor")).containsExactly(List.of("3"));
    }

    private static void append(int count) throws SQLException {
        try (Connection connection = database.connect()) {
            for (int number = 0; number < count; number++) {
                AuditLog.append(connection, entry(number));
            }
        }
    }

    private static void chain() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            AuditChainer.chain(connection, 1_000);
        }
    }

    private static void anchor() throws SQLException {
        Instant now = Instant.now();
        audits(table -> table.anchor(now, now.minusSeconds(86_400)));
    }

    private static Audits.Verification verify(long from) throws SQLException {
        return audits(table -> Audits.verify(table, from, 1_000, Optional.empty()));
    }

    private static <T> T audits(Audits.Work<T> work) throws SQLException {
        try (Connection connection = database.connect()) {
            return work.with(new AuditTable(connection));
        }
    }

    /** As one who owns the database can. */
    private static void tamper(String sql) throws SQLException {
        database.execute("alter table audit_entry disable trigger user");
        database.execute("alter table audit_anchor disable trigger user");
        database.execute(sql);
        database.execute("alter table audit_entry enable trigger user");
        database.execute("alter table audit_anchor enable trigger user");
    }
}
