package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.customer.sentiment.CaseSentiments;
import io.smartcrm.customer.supportcase.CaseTable.Sealed;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what customers asked, with its figures and events, within the caller's transaction. A case of a customer that the
 * caller may not know of is as if it were not there. Blocks: for worker threads.
 */
@ApplicationScoped
class SupportCases {
    private static final long MAX_DAYS = 732;

    private final Vault vault;
    private final CaseSentiments sentiments;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    SupportCases(Vault vault, CaseSentiments sentiments, Outbox outbox) {
        this.vault = vault;
        this.sentiments = sentiments;
        this.outbox = outbox;
    }

    /** @param text what the customer wrote; empty when nothing was */
    SupportCase create(
            Connection connection, VisibleTeams visible, UUID customer, CaseParts parts, String text, String writer)
            throws SQLException {
        UUID known = new CaseTable(connection)
                .customer(customer)
                .orElseThrow(() -> Failure.notFound("customer", customer.toString()));
        CustomerScope.check(connection, visible, known);
        SupportCase opened = SupportCase.open(known, parts, clock.instant());
        SupportCase received = text.isBlank() ? opened : opened.receive(CaseAuthor.CUSTOMER, opened.openTime());
        write(connection, Optional.empty(), received);
        if (!text.isBlank()) {
            keep(connection, received, new CaseMessage(1, CaseAuthor.CUSTOMER, writer, text, received.openTime()));
        }
        return received;
    }

    SupportCase get(Connection connection, VisibleTeams visible, CaseId id) throws SQLException {
        return seen(connection, visible, id, new CaseTable(connection).find(id));
    }

    Page<SupportCase> list(Connection connection, VisibleTeams visible, CaseQuery query) throws SQLException {
        var page = Page.of(new CaseTable(connection).list(query, visible), query.size());
        Map<UUID, DataKey> keys = vault.keys(
                connection,
                page.items().stream().map(stored -> stored.found().customerId()).toList());
        return page.map(stored -> opened(keys.get(stored.found().customerId()), stored));
    }

    SupportCase update(
            Connection connection, VisibleTeams visible, CaseId id, String etag, List<String> paths, CaseParts newParts)
            throws SQLException {
        SupportCase current = lock(connection, visible, id);
        SupportCase next = current.update(etag, paths, newParts, clock.instant());
        if (!next.equals(current)) {
            write(connection, Optional.of(current), next);
        }
        return next;
    }

    /** A message and the case after it. */
    record Received(CaseMessage message, SupportCase after) {}

    Received receive(
            Connection connection, VisibleTeams visible, CaseId id, CaseAuthor author, String text, String writer)
            throws SQLException {
        SupportCase current = lock(connection, visible, id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var message = new CaseMessage(current.messageCount() + 1, author, writer, text, now);
        SupportCase next = current.receive(author, now);
        write(connection, Optional.of(current), next);
        keep(connection, next, message);
        return new Received(message, next);
    }

    /** One more than the size when there is a next page. */
    List<CaseMessage> messages(Connection connection, VisibleTeams visible, CaseId id, int afterNumber, int size)
            throws SQLException {
        SupportCase found = get(connection, visible, id);
        return new CaseMessages(connection, vault.key(connection, found.customerId())).page(id, afterNumber, size + 1);
    }

    /** Both days included; the last 30 days when neither is given. */
    CaseFigures figures(Connection connection, Optional<LocalDate> from, Optional<LocalDate> to) throws SQLException {
        LocalDate last = to.orElse(LocalDate.now(clock));
        LocalDate first = from.orElse(last.minusDays(29));
        if (first.isAfter(last) || first.plusDays(MAX_DAYS).isBefore(last)) {
            throw Failure.invalid("fromDay", first + " to " + last + " is not a span of 1 to " + MAX_DAYS + " days");
        }
        return new FigureTable(connection).between(first, last);
    }

    private SupportCase lock(Connection connection, VisibleTeams visible, CaseId id) throws SQLException {
        return seen(connection, visible, id, new CaseTable(connection).lock(id));
    }

    private SupportCase seen(Connection connection, VisibleTeams visible, CaseId id, Optional<Sealed> found)
            throws SQLException {
        Sealed stored = found.orElseThrow(id::notFound);
        UUID customer = stored.found().customerId();
        if (!visible.equals(VisibleTeams.ALL)) {
            try {
                CustomerScope.check(connection, visible, customer);
            } catch (Failure hidden) {
                throw id.notFound();
            }
        }
        return opened(vault.key(connection, customer), stored);
    }

    static SupportCase opened(@Nullable DataKey key, Sealed stored) {
        return key == null ? stored.found() : stored.found().withSubject(CaseSubject.open(key, stored.subject()));
    }

    private void keep(Connection connection, SupportCase of, CaseMessage message) throws SQLException {
        new CaseMessages(connection, vault.key(connection, of.customerId())).add(of.id(), message);
        if (message.author() == CaseAuthor.CUSTOMER) {
            sentiments.hear(connection, of.id().value(), of.customerId(), message.text());
        }
    }

    private void write(Connection connection, Optional<SupportCase> before, SupportCase after) throws SQLException {
        DataKey key = vault.key(connection, after.customerId());
        new CaseTable(connection)
                .write(after, CaseSubject.seal(key, after.parts().subject()));
        new FigureTable(connection).book(CaseFigures.change(before, after));
        outbox.append(connection, List.of(SupportCaseEvents.changed(after)));
    }
}
