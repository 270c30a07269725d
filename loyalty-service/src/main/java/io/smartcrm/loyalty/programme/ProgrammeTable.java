package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.earning.Conditions;
import io.smartcrm.loyalty.earning.EarningRule;
import io.smartcrm.loyalty.earning.Effect;
import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.earning.TierPolicy;
import io.smartcrm.loyalty.ledger.NegativePolicy;
import io.smartcrm.loyalty.programme.Programme.Terms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The programme in PostgreSQL: written whole, read whole. */
public final class ProgrammeTable {
    private static final String PROGRAMME = "select * from programme";
    private static final String TIERS = "select name, threshold from tier order by rank";
    private static final String RULES = "select * from earning_rule order by position";
    private static final String WRITE = """
            insert into programme (name, state, start_time, currency_code, return_window_days, validity_months,
                negative_policy, max_points_per_order, minor_units_per_thousand_points, tier_measure, tier_period_months,
                tier_grace_days, version, referrer_points, referred_points, referral_minimum_minor_units,
                referrals_per_member, update_time)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())
            on conflict (single) do update set name = excluded.name, state = excluded.state,
                start_time = excluded.start_time, currency_code = excluded.currency_code,
                return_window_days = excluded.return_window_days, validity_months = excluded.validity_months,
                negative_policy = excluded.negative_policy, max_points_per_order = excluded.max_points_per_order,
                minor_units_per_thousand_points = excluded.minor_units_per_thousand_points,
                tier_measure = excluded.tier_measure, tier_period_months = excluded.tier_period_months,
                tier_grace_days = excluded.tier_grace_days, version = excluded.version,
                referrer_points = excluded.referrer_points, referred_points = excluded.referred_points,
                referral_minimum_minor_units = excluded.referral_minimum_minor_units,
                referrals_per_member = excluded.referrals_per_member, update_time = now()""";
    private static final String WRITE_TIER = "insert into tier (rank, name, threshold) values (?, ?, ?)";
    private static final String WRITE_RULE = """
            insert into earning_rule (position, name, active, effect, points, per_minor_units, percent, cap, from_time,
                to_time, minimum_minor_units, products, segments, tiers, channels, weekdays, first_order,
                categories, birthday_days)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** All that were looked at by other tiers are to be looked at again. */
    private static final String REVIEW_ALL = "update points_account set review_time = '-infinity'";

    private final Connection connection;

    public ProgrammeTable(Connection connection) {
        this.connection = connection;
    }

    public Optional<Programme> read() throws SQLException {
        Rows<Object> none = Rows.none(connection);
        List<Tier> tiers = none.query(TIERS, row -> new Tier(row.getString(1), row.getLong(2)));
        List<EarningRule> rules = none.query(RULES, ProgrammeTable::rule);
        return none.first(PROGRAMME, row -> programme(row, tiers, rules));
    }

    /** No change of the programme happens until the transaction ends. */
    Optional<Programme> lock() throws SQLException {
        Rows.none(connection).query("select pg_advisory_xact_lock(7724018330517291)", row -> 0);
        return read();
    }

    private static Programme programme(ResultSet row, List<Tier> tiers, List<EarningRule> rules) throws SQLException {
        return new Programme(
                row.getString("name"),
                row.getString("state").equals("ACTIVE"),
                new Terms(
                        Rows.time(row, "start_time"),
                        row.getString("currency_code"),
                        Period.ofDays(row.getInt("return_window_days")),
                        Period.ofMonths(row.getInt("validity_months")),
                        NegativePolicy.valueOf(row.getString("negative_policy")),
                        row.getLong("max_points_per_order"),
                        row.getLong("minor_units_per_thousand_points")),
                new TierPolicy(
                        TierPolicy.Measure.valueOf(row.getString("tier_measure")),
                        Period.ofMonths(row.getInt("tier_period_months")),
                        Period.ofDays(row.getInt("tier_grace_days")),
                        tiers),
                rules,
                referrals(row),
                row.getLong("version"));
    }

    private static Optional<ReferralTerms> referrals(ResultSet row) throws SQLException {
        Optional<Integer> perMember = Rows.optional(row, "referrals_per_member", Integer.class);
        return perMember.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReferralTerms(
                        row.getLong("referrer_points"),
                        row.getLong("referred_points"),
                        row.getLong("referral_minimum_minor_units"),
                        perMember.get()));
    }

    private static EarningRule rule(ResultSet row) throws SQLException {
        return new EarningRule(
                row.getString("name"),
                row.getBoolean("active"),
                effect(row),
                new Conditions(
                        Rows.optionalTime(row, "from_time"),
                        Rows.optionalTime(row, "to_time"),
                        row.getLong("minimum_minor_units"),
                        Set.of((UUID[]) row.getArray("products").getArray()),
                        Set.of((String[]) row.getArray("categories").getArray()),
                        Set.of((String[]) row.getArray("segments").getArray()),
                        Set.of((String[]) row.getArray("tiers").getArray()),
                        Set.of((String[]) row.getArray("channels").getArray()),
                        Arrays.stream((Integer[]) row.getArray("weekdays").getArray())
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet()),
                        row.getBoolean("first_order"),
                        Rows.optional(row, "birthday_days", Integer.class).stream()
                                .mapToInt(Integer::intValue)
                                .findAny()),
                row.getLong("cap"));
    }

    private static Effect effect(ResultSet row) throws SQLException {
        String effect = row.getString("effect");
        return switch (effect) {
            case "PER_AMOUNT" -> new Effect.PerAmount(row.getLong("points"), row.getLong("per_minor_units"));
            case "MULTIPLY" -> new Effect.Multiply(row.getInt("percent"));
            case "BONUS" -> new Effect.Bonus(row.getLong("points"));
            default -> throw new IllegalStateException("effect '" + effect + "' is not known");
        };
    }

    void write(Programme programme) throws SQLException {
        Terms terms = programme.terms();
        TierPolicy tiers = programme.tiers();
        Optional<ReferralTerms> referrals = programme.referrals();
        Rows.none(connection)
                .value(programme.name())
                .value(programme.active() ? "ACTIVE" : "PAUSED")
                .value(terms.startTime())
                .value(terms.currencyCode())
                .value((int) terms.returnWindow().get(ChronoUnit.DAYS))
                .value((int) terms.validity().toTotalMonths())
                .value(terms.negativePolicy().name())
                .value(terms.maxPointsPerOrder())
                .value(terms.minorUnitsPerThousandPoints())
                .value(tiers.measure().name())
                .value((int) tiers.period().toTotalMonths())
                .value((int) tiers.grace().get(ChronoUnit.DAYS))
                .value(programme.version())
                .value(referrals.map(ReferralTerms::referrerPoints).orElse(null))
                .value(referrals.map(ReferralTerms::referredPoints).orElse(null))
                .value(referrals.map(ReferralTerms::minimumMinorUnits).orElse(null))
                .value(referrals.map(ReferralTerms::perMember).orElse(null))
                .update(WRITE);
        Rows.none(connection).update("delete from tier");
        for (int rank = 0; rank < tiers.tiers().size(); rank++) {
            Tier tier = tiers.tiers().get(rank);
            Rows.none(connection)
                    .value(rank)
                    .value(tier.name())
                    .value(tier.threshold())
                    .update(WRITE_TIER);
        }
        Rows.none(connection).update("delete from earning_rule");
        for (int position = 0; position < programme.rules().size(); position++) {
            write(position, programme.rules().get(position));
        }
        Rows.none(connection).update(REVIEW_ALL);
    }

    private void write(int position, EarningRule rule) throws SQLException {
        Conditions conditions = rule.conditions();
        var row = Rows.none(connection).value(position).value(rule.name()).value(rule.active());
        effect(row, rule.effect());
        row.value(rule.cap())
                .value(conditions.fromTime().orElse(null))
                .value(conditions.toTime().orElse(null))
                .value(conditions.minimumMinorUnits())
                .value(array("uuid", conditions.products()))
                .value(array("text", conditions.segments()))
                .value(array("text", conditions.tiers()))
                .value(array("text", conditions.channels()))
                .value(array(
                        "integer",
                        conditions.weekdays().stream().map(DayOfWeek::getValue).collect(Collectors.toSet())))
                .value(conditions.firstOrder())
                .value(array("text", conditions.categories()))
                .value(
                        conditions.birthdayDays().isPresent()
                                ? conditions.birthdayDays().getAsInt()
                                : null)
                .update(WRITE_RULE);
    }

    private static void effect(Rows<Object> row, Effect effect) {
        if (effect instanceof Effect.PerAmount amount) {
            row.value("PER_AMOUNT")
                    .value(amount.points())
                    .value(amount.perMinorUnits())
                    .value(0);
        } else if (effect instanceof Effect.Multiply multiplier) {
            row.value("MULTIPLY").value(0L).value(0L).value(multiplier.percent());
        } else if (effect instanceof Effect.Bonus bonus) {
            row.value("BONUS").value(bonus.points()).value(0L).value(0);
        }
    }

    private @Nullable Object array(String type, Set<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
