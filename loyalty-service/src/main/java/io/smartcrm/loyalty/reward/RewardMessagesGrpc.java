package io.smartcrm.loyalty.reward;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.proto.loyalty.v1.CreateCouponsRequest;
import io.smartcrm.proto.loyalty.v1.VoucherState;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rewards, vouchers and coupons as messages. */
final class RewardMessagesGrpc {
    private static final int MAX_DAYS = 3650;
    private static final int YEAR = 365;

    private RewardMessagesGrpc() {}

    static Reward.Offer offer(io.smartcrm.proto.loyalty.v1.Reward message) {
        Optional<Instant> from = time(message.hasFromTime(), message.getFromTime());
        Optional<Instant> to = time(message.hasToTime(), message.getToTime());
        requireOrder(from, to);
        long perCustomer = Fields.number("perCustomer", message.getPerCustomer(), 0, Integer.MAX_VALUE);
        int days = (int) Fields.number("voucherDays", message.getVoucherDays(), 0, MAX_DAYS);
        return new Reward.Offer(
                Fields.text("name", message.getName(), 1, 100),
                Fields.text("description", message.getDescription(), 0, 2000),
                Fields.number("cost", message.getCost(), 1, Command.MAX_POINTS),
                message.getActive(),
                from,
                to,
                List.copyOf(message.getTiersList()),
                perCustomer == 0 ? OptionalLong.empty() : OptionalLong.of(perCustomer),
                days == 0 ? YEAR : days);
    }

    static Coupon.Terms terms(CreateCouponsRequest request) {
        Optional<Instant> from = time(request.hasFromTime(), request.getFromTime());
        Optional<Instant> to = time(request.hasToTime(), request.getToTime());
        requireOrder(from, to);
        return new Coupon.Terms(
                Fields.number("points", request.getPoints(), 1, Command.MAX_POINTS),
                Math.max(1, Fields.number("maxUses", request.getMaxUses(), 0, Integer.MAX_VALUE)),
                Math.max(1, Fields.number("perCustomer", request.getPerCustomer(), 0, Integer.MAX_VALUE)),
                from.orElse(Instant.EPOCH),
                to.orElse(Lot.NEVER));
    }

    private static void requireOrder(Optional<Instant> from, Optional<Instant> to) {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw Failure.invalid("toTime", to.get() + " is not after " + from.get());
        }
    }

    static io.smartcrm.proto.loyalty.v1.Reward message(Reward reward) {
        var offer = reward.offer();
        var message = io.smartcrm.proto.loyalty.v1.Reward.newBuilder()
                .setId(reward.id().toString())
                .setName(offer.name())
                .setDescription(offer.description())
                .setCost(offer.cost())
                .setActive(offer.active())
                .addAllTiers(offer.tiers())
                .setPerCustomer(offer.perCustomer().orElse(0))
                .setVoucherDays(offer.voucherDays())
                .setEtag(Long.toString(reward.version()));
        offer.fromTime().map(RewardMessagesGrpc::timestamp).ifPresent(message::setFromTime);
        offer.toTime().map(RewardMessagesGrpc::timestamp).ifPresent(message::setToTime);
        reward.stock().ifPresent(message::setStock);
        return message.build();
    }

    static io.smartcrm.proto.loyalty.v1.Voucher message(Voucher voucher) {
        var message = io.smartcrm.proto.loyalty.v1.Voucher.newBuilder()
                .setCode(voucher.code())
                .setRewardId(voucher.reward().toString())
                .setCustomerId(voucher.customer().toString())
                .setState(state(voucher.state()))
                .setExpireTime(timestamp(voucher.expireTime()))
                .setCreateTime(timestamp(voucher.createTime()));
        voucher.useTime().map(RewardMessagesGrpc::timestamp).ifPresent(message::setUseTime);
        return message.build();
    }

    private static VoucherState state(Voucher.State state) {
        return switch (state) {
            case ISSUED -> VoucherState.VOUCHER_STATE_ISSUED;
            case USED -> VoucherState.VOUCHER_STATE_USED;
            case VOID -> VoucherState.VOUCHER_STATE_VOID;
        };
    }

    static io.smartcrm.proto.loyalty.v1.Coupon message(Coupon coupon) {
        var message = io.smartcrm.proto.loyalty.v1.Coupon.newBuilder()
                .setCode(coupon.code())
                .setCampaign(coupon.campaign())
                .setPoints(coupon.terms().points())
                .setMaxUses(coupon.terms().maxUses())
                .setPerCustomer(coupon.terms().perCustomer())
                .setFromTime(timestamp(coupon.terms().fromTime()))
                .setUses(coupon.uses());
        if (!coupon.terms().toTime().equals(Lot.NEVER)) {
            message.setToTime(timestamp(coupon.terms().toTime()));
        }
        return message.build();
    }

    private static Optional<Instant> time(boolean present, Timestamp time) {
        return present ? Optional.of(Instant.ofEpochSecond(time.getSeconds(), time.getNanos())) : Optional.empty();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
