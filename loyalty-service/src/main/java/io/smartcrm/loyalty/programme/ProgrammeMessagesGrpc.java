package io.smartcrm.loyalty.programme;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.earning.TierPolicy;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.NegativePolicy;
import io.smartcrm.loyalty.programme.Programme.Terms;
import io.smartcrm.proto.loyalty.v1.ProgrammeTier;
import io.smartcrm.proto.loyalty.v1.TierMeasure;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The programme as a message. */
final class ProgrammeMessagesGrpc {
    private static final int MAX_DAYS = 365;
    private static final int YEAR = 12;

    private ProgrammeMessagesGrpc() {}

    static Programme programme(io.smartcrm.proto.loyalty.v1.Programme message) {
        return new Programme(
                Fields.text("name", message.getName(), 1, 100),
                message.getActive(),
                terms(message),
                tiers(message),
                RuleMessagesGrpc.rules(message),
                referrals(message),
                0);
    }

    private static Optional<ReferralTerms> referrals(io.smartcrm.proto.loyalty.v1.Programme message) {
        var terms = message.getReferrals();
        return message.hasReferrals()
                ? Optional.of(new ReferralTerms(
                        terms.getReferrerPoints(),
                        terms.getReferredPoints(),
                        terms.getMinimumMinorUnits(),
                        terms.getPerMember()))
                : Optional.empty();
    }

    private static Terms terms(io.smartcrm.proto.loyalty.v1.Programme message) {
        if (!message.hasStartTime()) {
            throw Failure.invalid("startTime", "is missing");
        }
        return new Terms(
                instant(message.getStartTime()),
                currency(message.getCurrencyCode()),
                Period.ofDays((int) Fields.number("returnWindowDays", message.getReturnWindowDays(), 0, MAX_DAYS)),
                Period.ofMonths((int) Fields.number("validityMonths", message.getValidityMonths(), 0, 120)),
                policy(message.getNegativePolicy()),
                Fields.number("maxPointsPerOrder", message.getMaxPointsPerOrder(), 0, Command.MAX_POINTS),
                Fields.number(
                        "minorUnitsPerThousandPoints", message.getMinorUnitsPerThousandPoints(), 0, 1_000_000_000));
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw Failure.invalid("currencyCode", "'" + code + "' is not an ISO 4217 code such as EUR");
        }
    }

    private static NegativePolicy policy(io.smartcrm.proto.loyalty.v1.NegativePolicy policy) {
        return switch (policy) {
            case NEGATIVE_POLICY_UNSPECIFIED, NEGATIVE_POLICY_OWE -> NegativePolicy.OWE;
            case NEGATIVE_POLICY_FORGIVE -> NegativePolicy.FORGIVE;
            case UNRECOGNIZED -> throw Failure.invalid("negativePolicy", "is not one we know");
        };
    }

    private static TierPolicy tiers(io.smartcrm.proto.loyalty.v1.Programme message) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < message.getTiersCount(); i++) {
            ProgrammeTier tier = message.getTiers(i);
            String field = "tiers[" + i + "]";
            long least = i == 0 ? 0 : tiers.get(i - 1).threshold() + 1;
            tiers.add(new Tier(
                    Fields.text(field + ".name", tier.getName(), 1, 100),
                    Fields.number(field + ".threshold", tier.getThreshold(), least, Long.MAX_VALUE / 2)));
        }
        int months = (int) Fields.number("tierPeriodMonths", message.getTierPeriodMonths(), 0, 60);
        return new TierPolicy(
                measure(message.getTierMeasure()),
                Period.ofMonths(months == 0 ? YEAR : months),
                Period.ofDays((int) Fields.number("tierGraceDays", message.getTierGraceDays(), 0, MAX_DAYS)),
                tiers);
    }

    private static TierPolicy.Measure measure(TierMeasure measure) {
        return switch (measure) {
            case TIER_MEASURE_UNSPECIFIED, TIER_MEASURE_POINTS -> TierPolicy.Measure.POINTS;
            case TIER_MEASURE_SPEND -> TierPolicy.Measure.SPEND;
            case TIER_MEASURE_ORDERS -> TierPolicy.Measure.ORDERS;
            case UNRECOGNIZED -> throw Failure.invalid("tierMeasure", "is not one we know");
        };
    }

    static io.smartcrm.proto.loyalty.v1.Programme message(Programme programme) {
        Terms terms = programme.terms();
        TierPolicy tiers = programme.tiers();
        var message = io.smartcrm.proto.loyalty.v1.Programme.newBuilder()
                .setName(programme.name())
                .setActive(programme.active())
                .setStartTime(timestamp(terms.startTime()))
                .setCurrencyCode(terms.currencyCode())
                .setReturnWindowDays((int) terms.returnWindow().get(ChronoUnit.DAYS))
                .setValidityMonths((int) terms.validity().toTotalMonths())
                .setNegativePolicy(message(terms.negativePolicy()))
                .setMaxPointsPerOrder(terms.maxPointsPerOrder())
                .setMinorUnitsPerThousandPoints(terms.minorUnitsPerThousandPoints())
                .setTierMeasure(message(tiers.measure()))
                .setTierPeriodMonths((int) tiers.period().toTotalMonths())
                .setTierGraceDays((int) tiers.grace().get(ChronoUnit.DAYS))
                .addAllTiers(tiers.tiers().stream()
                        .map(tier -> ProgrammeTier.newBuilder()
                                .setName(tier.name())
                                .setThreshold(tier.threshold())
                                .build())
                        .toList())
                .addAllRules(programme.rules().stream()
                        .map(RuleMessagesGrpc::message)
                        .toList())
                .setEtag(Long.toString(programme.version()));
        programme.referrals().map(ProgrammeMessagesGrpc::message).ifPresent(message::setReferrals);
        return message.build();
    }

    private static io.smartcrm.proto.loyalty.v1.ReferralTerms message(ReferralTerms terms) {
        return io.smartcrm.proto.loyalty.v1.ReferralTerms.newBuilder()
                .setReferrerPoints(terms.referrerPoints())
                .setReferredPoints(terms.referredPoints())
                .setMinimumMinorUnits(terms.minimumMinorUnits())
                .setPerMember(terms.perMember())
                .build();
    }

    private static io.smartcrm.proto.loyalty.v1.NegativePolicy message(NegativePolicy policy) {
        return switch (policy) {
            case OWE -> io.smartcrm.proto.loyalty.v1.NegativePolicy.NEGATIVE_POLICY_OWE;
            case FORGIVE -> io.smartcrm.proto.loyalty.v1.NegativePolicy.NEGATIVE_POLICY_FORGIVE;
        };
    }

    private static TierMeasure message(TierPolicy.Measure measure) {
        return switch (measure) {
            case POINTS -> TierMeasure.TIER_MEASURE_POINTS;
            case SPEND -> TierMeasure.TIER_MEASURE_SPEND;
            case ORDERS -> TierMeasure.TIER_MEASURE_ORDERS;
        };
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
