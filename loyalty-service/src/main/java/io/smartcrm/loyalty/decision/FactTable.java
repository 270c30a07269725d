package io.smartcrm.loyalty.decision;

import static java.util.stream.Collectors.joining;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.programme.NextTiers;
import io.smartcrm.loyalty.strategy.Condition;
import io.smartcrm.loyalty.strategy.Fact;
import io.smartcrm.loyalty.strategy.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what is known of customers, some hundred at a time. */
final class FactTable {
    private static final String FURTHER = """
            (select sum(lot.remaining) from points_lot lot where lot.customer_id = asked.customer_id
                and lot.remaining > 0 and lot.released and lot.expire_time < now() + interval '30 days') as points_expiring,
            (select rating.satisfaction::integer from case_rating rating
                where rating.customer_id = asked.customer_id and rating.satisfaction > 0
                order by rating.rate_time desc limit 1) as last_rating,
            score.segment, standing.state, account.tier, summary.currency_code, birth.birthday""";
    private static final String FROM = """
            from unnest(?::uuid[]) as asked (customer_id) cross join (select ?::timestamptz as time) as_of
            left join activity_summary summary on summary.customer_id = asked.customer_id
            left join rfm_score score on score.customer_id = asked.customer_id
            left join customer_value worth on worth.customer_id = asked.customer_id
            left join points_account account on account.customer_id = asked.customer_id
            left join lifecycle_standing standing on standing.customer_id = asked.customer_id
            left join customer_birthday birth on birth.customer_id = asked.customer_id
            left join lateral (
                select avg(rating.satisfaction) as mean from case_rating rating
                where rating.customer_id = asked.customer_id and rating.satisfaction > 0) rated on true
            """ + IndexSql.TIER;
    private static final String FACTS = "select asked.customer_id, "
            + FactColumn.COLUMNS.entrySet().stream()
                    .map(column -> "(" + column.getValue().expression() + ")::float8 as " + name(column.getKey()))
                    .collect(joining(", "))
            + ", " + FURTHER + "\n" + FROM;
    private static final String AS_OF =
            "select least(max(order_time), now()) as time from activity_order having count(*) > 0";

    private final Connection connection;
    private final Instant now;

    FactTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    private static String name(Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    /** The latest order known: until when silence counts, here as in scores. Now, when there is none. */
    Instant asOf() throws SQLException {
        return Rows.none(connection).first(AS_OF, row -> Rows.time(row, "time")).orElse(now);
    }

    Map<UUID, Facts> read(Collection<UUID> customers, List<Condition> conditions) throws SQLException {
        boolean tiers = conditions.stream().anyMatch(condition -> condition.fact() == Fact.TO_NEXT_TIER);
        Map<UUID, Long> missing = tiers ? NextTiers.missing(connection, customers, now) : Map.of();
        Map<UUID, Facts> known = new HashMap<>();
        Rows.of(connection, customers)
                .column("uuid", id -> id)
                .value(asOf())
                .query(FACTS, this::facts)
                .forEach(row -> known.put(
                        row.customer(),
                        Optional.ofNullable(missing.get(row.customer()))
                                .map(points -> row.facts().with(Fact.TO_NEXT_TIER, points))
                                .orElse(row.facts())));
        return known;
    }

    private record Row(UUID customer, Facts facts) {}

    private Row facts(ResultSet row) throws SQLException {
        Map<Fact, Double> numbers = new EnumMap<>(Fact.class);
        for (Fact fact : FactColumn.COLUMNS.keySet()) {
            put(numbers, fact, Rows.optional(row, name(fact), Double.class));
        }
        put(numbers, Fact.POINTS_EXPIRING, Optional.ofNullable(row.getBigDecimal("points_expiring")));
        put(numbers, Fact.LAST_RATING, Rows.optional(row, "last_rating", Integer.class));
        put(
                numbers,
                Fact.DAYS_TO_BIRTHDAY,
                Rows.optional(row, "birthday", LocalDate.class).map(this::daysTo));
        Map<Fact, String> names = new EnumMap<>(Fact.class);
        put(names, Fact.RFM_SEGMENT, row.getString("segment"));
        put(names, Fact.LIFECYCLE, row.getString("state"));
        put(names, Fact.TIER, row.getString("tier"));
        put(names, Fact.CURRENCY, row.getString("currency_code"));
        return new Row(row.getObject("customer_id", UUID.class), new Facts(numbers, names));
    }

    private static void put(Map<Fact, Double> numbers, Fact fact, Optional<? extends Number> value) {
        value.ifPresent(known -> numbers.put(fact, known.doubleValue()));
    }

    private static void put(Map<Fact, String> names, Fact fact, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            names.put(fact, value);
        }
    }

    /** Whoever was born on a 29 February has birthday on the 28th in other years. */
    private long daysTo(LocalDate birthday) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate next = birthday.plusYears(today.getYear() - (long) birthday.getYear());
        LocalDate coming = next.isBefore(today) ? birthday.plusYears(today.getYear() + 1L - birthday.getYear()) : next;
        return ChronoUnit.DAYS.between(today, coming);
    }
}
