package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.strategy.Condition;
import io.smartcrm.loyalty.strategy.Condition.Operator;
import io.smartcrm.loyalty.strategy.Fact;
import io.smartcrm.loyalty.strategy.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What letters tell customers about themselves, by the name of the place. */
public final class LetterFacts {
    private static final List<Fact> NUMBERS =
            List.of(Fact.POINTS, Fact.ORDERS, Fact.POINTS_EXPIRING, Fact.TO_NEXT_TIER);
    private static final List<Condition> WITH_TIERS = List.of(Condition.of(Fact.TO_NEXT_TIER, Operator.AT_LEAST, 0));

    private LetterFacts() {}

    /** Without what is not known. */
    public static Map<String, String> of(Connection connection, UUID customer, Instant now) throws SQLException {
        Facts facts = new FactTable(connection, now)
                .read(List.of(customer), WITH_TIERS)
                .getOrDefault(customer, new Facts(Map.of(), Map.of()));
        Map<String, String> told = new HashMap<>();
        for (Fact fact : NUMBERS) {
            facts.number(fact).ifPresent(number -> told.put(place(fact), Long.toString(Math.round(number))));
        }
        facts.name(Fact.TIER).ifPresent(tier -> told.put(place(Fact.TIER), tier));
        return told;
    }

    private static String place(Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }
}
