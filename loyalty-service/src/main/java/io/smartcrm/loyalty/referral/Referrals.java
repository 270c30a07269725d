package io.smartcrm.loyalty.referral;

import io.smartcrm.loyalty.account.VoucherCode;
import io.smartcrm.loyalty.merging.MergedMembers;
import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.programme.ProgrammeTable;
import io.smartcrm.loyalty.programme.ReferralTerms;
import io.smartcrm.loyalty.referral.Referral.State;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Codes of members, and who brought whom. Blocks: for worker threads. */
@ApplicationScoped
class Referrals {
    private final Database database;

    Referrals(Database database) {
        this.database = database;
    }

    /** The member's code, which stays the same. */
    String code(UUID customer) {
        return database.transaction(connection -> {
            requireTerms(connection);
            requireThere(connection, customer);
            UUID member = new MergedMembers(connection).survivor(customer);
            return new ReferralTable(connection).issue(member, VoucherCode.next());
        });
    }

    /** Says who brought a new customer; the same again changes nothing. */
    Referral claim(Connection connection, UUID claimant, String code, Instant now) throws SQLException {
        ReferralTerms terms = requireTerms(connection);
        requireThere(connection, claimant);
        var table = new ReferralTable(connection);
        var members = new MergedMembers(connection);
        UUID customer = members.survivor(claimant);
        UUID owner = table.owner(code)
                .orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        "REFERRAL_CODE_NOT_FOUND",
                        "no member has the code '" + code + "'; check how it is written"));
        UUID referrer = members.survivor(owner);
        table.lockCodes(referrer);
        if (referrer.equals(customer)) {
            throw unprocessable("SELF_REFERRAL", "nobody can refer themselves; the code is the customer's own");
        }
        Optional<Referral> before = table.of(customer);
        if (before.isPresent()) {
            return same(before.get(), referrer);
        }
        if (table.hasBought(customer)) {
            throw unprocessable(
                    "ALREADY_BOUGHT", "the customer has bought already; only new customers can be referred");
        }
        if (table.count(referrer) >= terms.perMember()) {
            throw unprocessable(
                    "REFERRALS_EXHAUSTED",
                    "the member has referred " + terms.perMember() + " customers, the most that the programme allows");
        }
        var referral = new Referral(
                TimeOrderedId.next(),
                referrer,
                customer,
                State.WAITING,
                terms.referrerPoints(),
                terms.referredPoints(),
                terms.minimumMinorUnits(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
        table.insert(referral);
        return referral;
    }

    private static Referral same(Referral before, UUID referrer) {
        if (!before.referrer().equals(referrer)) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "ALREADY_REFERRED",
                    "the customer was referred by somebody else on " + before.createTime());
        }
        return before;
    }

    private static ReferralTerms requireTerms(Connection connection) throws SQLException {
        return new ProgrammeTable(connection)
                .read()
                .filter(Programme::active)
                .flatMap(Programme::referrals)
                .orElseThrow(() -> unprocessable(
                        "REFERRALS_CLOSED",
                        "there is no active programme with terms for referrals; put them into the programme"));
    }

    /** No erasure happens until the transaction ends. */
    private static void requireThere(Connection connection, UUID customer) throws SQLException {
        if (!ErasedCustomers.among(connection, List.of(customer.toString())).isEmpty()) {
            throw Failure.notFound("customer", customer.toString());
        }
    }

    private static Failure unprocessable(String reason, String message) {
        return new Failure(Failure.Kind.UNPROCESSABLE, reason, message);
    }

    List<Referral> list(UUID referrer, Optional<UUID> before, int limit) {
        return database.transaction(connection -> new ReferralTable(connection).page(referrer, before, limit));
    }
}
