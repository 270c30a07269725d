package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.sentiment.CaseSentiments;
import io.smartcrm.customer.supportcase.CaseTable.Sealed;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Cases of another system by the set, within the caller's transaction: what it tells last is right. */
@ApplicationScoped
public class CaseBulk {
    private static final String WRITER = "import";

    private final Vault vault;
    private final CaseSentiments sentiments;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    CaseBulk(Vault vault, CaseSentiments sentiments, Outbox outbox) {
        this.vault = vault;
        this.sentiments = sentiments;
        this.outbox = outbox;
    }

    /**
     * @param changed how many cases are new or another than before
     * @param strangers reports of a case that another customer has, or whose customer went meanwhile
     */
    public record Result(int changed, List<CaseReport> strangers) {
        public Result {
            strangers = List.copyOf(strangers);
        }
    }

    /** @param reports each case once */
    public Result tell(Connection connection, Collection<CaseReport> reports) throws SQLException {
        var table = new CaseTable(connection);
        Set<UUID> present =
                table.customers(reports.stream().map(CaseReport::customer).toList());
        Map<UUID, DataKey> keys = new HashMap<>(vault.keys(connection, present));
        Map<CaseId, SupportCase> known = new HashMap<>();
        for (Sealed stored : table.lock(reports.stream().map(CaseReport::id).toList())) {
            known.put(stored.found().id(), opened(keys, stored));
        }
        Instant now = clock.instant();
        var figures = new FigureChanges();
        List<OutboxEvent> events = new ArrayList<>();
        List<CaseReport> strangers = new ArrayList<>();
        for (CaseReport report : reports.stream()
                .sorted(Comparator.comparing(told -> told.id().value()))
                .toList()) {
            Optional<SupportCase> before = Optional.ofNullable(known.get(report.id()));
            if (!present.contains(report.customer())
                    || before.filter(found -> !found.customerId().equals(report.customer()))
                            .isPresent()) {
                strangers.add(report);
                continue;
            }
            SupportCase after = report.tell(before, now);
            if (before.isPresent() && after.equals(before.get())) {
                continue;
            }
            DataKey key = key(connection, keys, report.customer());
            table.write(after, CaseSubject.seal(key, after.parts().subject()));
            if (before.isEmpty() && !report.text().isEmpty()) {
                new CaseMessages(connection, key)
                        .add(
                                after.id(),
                                new CaseMessage(1, CaseAuthor.CUSTOMER, WRITER, report.text(), after.openTime()));
                sentiments.hear(connection, after.id().value(), after.customerId(), report.text());
            }
            figures.add(CaseFigures.change(before, after));
            events.add(SupportCaseEvents.changed(after));
        }
        new FigureTable(connection).book(figures.sum());
        outbox.append(connection, events);
        return new Result(events.size(), strangers);
    }

    private DataKey key(Connection connection, Map<UUID, DataKey> keys, UUID customer) throws SQLException {
        DataKey known = keys.get(customer);
        if (known != null) {
            return known;
        }
        DataKey made = vault.key(connection, customer);
        keys.put(customer, made);
        return made;
    }

    private static SupportCase opened(Map<UUID, DataKey> keys, Sealed stored) {
        DataKey key = keys.get(stored.found().customerId());
        return key == null ? stored.found() : stored.found().withSubject(CaseSubject.open(key, stored.subject()));
    }
}
