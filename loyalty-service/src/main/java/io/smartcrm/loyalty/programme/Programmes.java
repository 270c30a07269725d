package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.account.AccountTable;
import io.smartcrm.loyalty.account.PointsAccount;
import io.smartcrm.loyalty.earning.Earned;
import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.earning.TierPolicy.Standing;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The one programme of the shop. Blocks: for worker threads. */
@ApplicationScoped
public class Programmes {
    private static final int MAX_TIERS = 20;

    private final Database database;
    private final Clock clock = Clock.systemUTC();

    Programmes(Database database) {
        this.database = database;
    }

    /** @throws Failure NOT_FOUND while there is none */
    public Programme get() {
        return find().orElseThrow(Programmes::none);
    }

    public Optional<Programme> find() {
        return database.transaction(connection -> new ProgrammeTable(connection).read());
    }

    /** When points that are granted now expire: never without a programme. */
    public Instant expiry(Instant now) {
        return find().map(programme -> programme.terms().expireTime(now)).orElse(Lot.NEVER);
    }

    private static Failure none() {
        return new Failure(
                Failure.Kind.NOT_FOUND, "LOYALTY_PROGRAMME_NOT_FOUND", "there is no programme yet; put one in place");
    }

    /**
     * Puts the programme in place of the one before.
     *
     * @param etag of the one before; "0" when there is none
     */
    Programme put(Connection connection, String etag, Programme wanted) throws SQLException {
        check(wanted);
        var table = new ProgrammeTable(connection);
        long version = table.lock().map(Programme::version).orElse(0L);
        if (!Long.toString(version).equals(etag)) {
            throw new Failure(
                    Failure.Kind.STALE, "STALE_ETAG", "the programme is at version " + version + "; read it again");
        }
        var next = new Programme(
                wanted.name(),
                wanted.active(),
                wanted.terms(),
                wanted.tiers(),
                wanted.rules(),
                wanted.referrals(),
                version + 1);
        table.write(next);
        return next;
    }

    private static void check(Programme programme) {
        RuleCheck.requireName("name", programme.name());
        List<Tier> tiers = programme.tiers().tiers();
        if (tiers.size() > MAX_TIERS) {
            throw Failure.invalid("tiers", "are " + tiers.size() + ", at most " + MAX_TIERS + " are possible");
        }
        for (int i = 0; i < tiers.size(); i++) {
            RuleCheck.requireName("tiers[" + i + "].name", tiers.get(i).name());
        }
        if (tiers.stream()
                        .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < tiers.size()) {
            throw Failure.invalid("tiers", "two have the same name");
        }
        new RuleCheck(programme).check();
    }

    /** What an order would earn; nothing is done. */
    Earned simulate(Optional<UUID> customer, Purchase purchase) {
        return database.transaction(connection -> {
            Programme programme = new ProgrammeTable(connection).read().orElseThrow(Programmes::none);
            Purchase sorted = purchase.sorted(new CategoryTable(connection)
                    .of(purchase.lines().stream().map(Purchase.Line::product).collect(Collectors.toSet())));
            if (customer.isEmpty()) {
                return programme.policy().earned(sorted);
            }
            var asked = new BuyerTable.Ask(customer.get(), purchase.time());
            var buyer = new BuyerTable(connection).find(List.of(asked)).get(0);
            return programme.policy().earned(sorted.by(buyer));
        });
    }

    /** An account and where it stands; no standing without a programme. */
    public record Membership(PointsAccount account, Optional<Standing> standing) {}

    public Membership membership(UUID customer) {
        return database.transaction(connection -> {
            PointsAccount account = new AccountTable(connection).find(customer);
            Optional<Programme> programme = new ProgrammeTable(connection).read();
            if (programme.isEmpty()) {
                return new Membership(account, Optional.empty());
            }
            var reviews = new TierReviewTable(connection, programme.get(), clock.instant());
            long measured = reviews.measured(List.of(customer)).getOrDefault(customer, 0L);
            return new Membership(
                    account,
                    Optional.of(programme
                            .get()
                            .tiers()
                            .review(account.tier(), account.graceEndTime(), measured, clock.instant())));
        });
    }
}
