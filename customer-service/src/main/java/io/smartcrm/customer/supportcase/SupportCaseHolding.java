package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.supportcase.CaseTable.Sealed;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The cases of customers: they follow a merged customer, sealed with the other key, and go with a forgotten one. */
@ApplicationScoped
class SupportCaseHolding implements CustomerHolding {
    private final Vault vault;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    SupportCaseHolding(Vault vault, Outbox outbox) {
        this.vault = vault;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "support-cases";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        List<Sealed> held = new CaseTable(connection).lockOfCustomer(customer);
        if (held.isEmpty()) {
            return;
        }
        DataKey key = vault.key(connection, customer);
        var messages = new CaseMessages(connection, key);
        for (Sealed stored : held) {
            SupportCase found = stored.found().withSubject(CaseSubject.open(key, stored.subject()));
            receiver.accept(json(found, messages.all(found.id())));
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        return give(connection, new CaseTable(connection).lockOfCustomer(from), from, to);
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        var wanted = Set.copyOf(keys);
        var there = new CaseTable(connection)
                .lockOfCustomer(to).stream()
                        .filter(stored -> wanted.contains(stored.found().id().toString()))
                        .toList();
        give(connection, there, to, from);
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        var table = new CaseTable(connection);
        List<Sealed> held = table.lockOfCustomer(customer);
        table.deleteOf(customer);
        outbox.append(
                connection,
                held.stream().map(Sealed::found).map(SupportCaseEvents::erased).toList());
        return held.size();
    }

    private List<String> give(Connection connection, List<Sealed> cases, UUID from, UUID to) throws SQLException {
        List<String> given = new ArrayList<>();
        if (cases.isEmpty()) {
            return given;
        }
        DataKey old = vault.key(connection, from);
        DataKey key = vault.key(connection, to);
        Instant now = clock.instant();
        for (Sealed stored : cases) {
            SupportCase moved = stored.found().of(to, now);
            String subject = CaseSubject.open(old, stored.subject());
            new CaseTable(connection).write(moved, CaseSubject.seal(key, subject));
            new CaseMessages(connection, key).sealAgain(moved.id(), new CaseMessages(connection, old).all(moved.id()));
            outbox.append(connection, List.of(SupportCaseEvents.changed(moved)));
            given.add(moved.id().toString());
        }
        return given;
    }

    private static Map<String, Object> json(SupportCase found, List<CaseMessage> messages) {
        CaseParts parts = found.parts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", found.id().toString());
        json.put("status", parts.status().name());
        json.put("priority", parts.priority().name());
        json.put("channel", parts.channel());
        json.put("subject", parts.subject());
        json.put("tags", parts.tags());
        json.put("assignee", parts.assignee());
        json.put("openTime", found.openTime().toString());
        found.firstResponseTime().ifPresent(time -> json.put("firstResponseTime", time.toString()));
        found.resolveTime().ifPresent(time -> json.put("resolveTime", time.toString()));
        if (parts.satisfaction() > 0) {
            json.put("satisfaction", parts.satisfaction());
        }
        json.put("messages", messages.stream().map(SupportCaseHolding::json).toList());
        return json;
    }

    private static Map<String, Object> json(CaseMessage message) {
        return Map.of(
                "author", message.author().name(),
                "text", message.text(),
                "sendTime", message.sendTime().toString());
    }
}
