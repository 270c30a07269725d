package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Candidate;
import io.smartcrm.loyalty.strategy.Candidate.History;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Definition.Exclusion;
import io.smartcrm.loyalty.strategy.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** Reads whom a strategy may serve, some hundred at a time. */
final class CandidateTable {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String CANDIDATES = """
            select asked.customer_id,
                exists (select from restricted_customer limited where limited.customer_id = asked.customer_id) as restricted,
                exists (select from unprofiled_customer limited where limited.customer_id = asked.customer_id) as objects,
                exists (select from segment_member member
                    where member.segment_id = ?::uuid and member.customer_id = asked.customer_id) as member,
                exists (select from customer_consent consent where consent.customer_id = asked.customer_id
                    and consent.purpose = ?::text and consent.channel = coalesce(?::text, consent.channel) and consent.granted
                    and coalesce(consent.expire_time, 'infinity') > ?) as agreed,
                (select count(*) from strategy_decision own where own.customer_id = asked.customer_id
                    and own.strategy_id = ? and own.decide_time > ?) as own,
                (select count(*) from strategy_decision made where made.customer_id = asked.customer_id
                    and made.contact and not made.held_out and made.decide_time > ?) as contacts,
                (select max(rival.priority) from strategy_decision made join strategy rival on rival.id = made.strategy_id
                    where made.customer_id = asked.customer_id and made.strategy_id <> ? and not made.held_out
                    and rival.exclusion_group = ?::text and made.decide_time > ?) as rival
            from unnest(?::uuid[]) as asked (customer_id)""";

    private final Connection connection;
    private final Instant now;

    CandidateTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    Map<UUID, Candidate> read(UUID strategy, Definition definition, Collection<UUID> customers) throws SQLException {
        Map<UUID, Facts> facts = new FactTable(connection, now).read(customers, definition.conditions());
        Definition.Limits limits = definition.limits();
        int exclusionDays = limits.exclusion().map(Exclusion::days).orElse(0);
        Map<UUID, Candidate> candidates = new HashMap<>();
        Rows.of(connection, customers)
                .value(definition.audience().orElse(null))
                .value(limits.consent().orElse(null))
                .value(definition.contacts() ? "email" : null)
                .value(now)
                .value(strategy)
                .value(now.minus(Duration.ofDays(limits.days())))
                .value(now.minus(WEEK))
                .value(strategy)
                .value(limits.exclusion().map(Exclusion::group).orElse(null))
                .value(now.minus(Duration.ofDays(exclusionDays)))
                .column("uuid", id -> id)
                .query(CANDIDATES, row -> candidate(row, facts))
                .forEach(candidate -> candidates.put(candidate.customer(), candidate));
        return candidates;
    }

    private static Candidate candidate(ResultSet row, Map<UUID, Facts> facts) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        int rival = row.getInt("rival");
        boolean rivalled = !row.wasNull();
        return new Candidate(
                customer,
                facts.getOrDefault(customer, new Facts(Map.of(), Map.of())),
                row.getBoolean("member"),
                row.getBoolean("restricted"),
                row.getBoolean("objects"),
                row.getBoolean("agreed"),
                new History(
                        row.getInt("own"),
                        row.getInt("contacts"),
                        rivalled ? OptionalInt.of(rival) : OptionalInt.empty()));
    }
}
