package io.smartcrm.gateway.reward;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.reward.RewardView.CouponView;
import io.smartcrm.gateway.reward.RewardView.NewCoupons;
import io.smartcrm.gateway.reward.RewardView.NewReward;
import io.smartcrm.gateway.reward.RewardView.VoucherView;
import io.smartcrm.proto.loyalty.v1.Coupon;
import io.smartcrm.proto.loyalty.v1.CreateCouponsRequest;
import io.smartcrm.proto.loyalty.v1.CreateRewardRequest;
import io.smartcrm.proto.loyalty.v1.GetRewardRequest;
import io.smartcrm.proto.loyalty.v1.ListCouponsRequest;
import io.smartcrm.proto.loyalty.v1.ListRewardsRequest;
import io.smartcrm.proto.loyalty.v1.ListVouchersRequest;
import io.smartcrm.proto.loyalty.v1.Reward;
import io.smartcrm.proto.loyalty.v1.RewardServiceGrpc;
import io.smartcrm.proto.loyalty.v1.UpdateRewardRequest;
import io.smartcrm.proto.loyalty.v1.UseVoucherRequest;
import io.smartcrm.proto.loyalty.v1.Voucher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks loyalty-service for rewards, vouchers and coupons. */
@ApplicationScoped
class RewardClient {
    private final Calls calls;

    RewardClient(Calls calls) {
        this.calls = calls;
    }

    Uni<RewardView> create(NewReward wanted, String requestId) {
        var message = message(wanted);
        if (wanted.stock() != null) {
            message.setStock(wanted.stock());
        }
        var request = CreateRewardRequest.newBuilder()
                .setReward(message)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, RewardServiceGrpc.getCreateRewardMethod(), request)
                .map(response -> view(response.getReward()));
    }

    Uni<RewardView> get(String id) {
        var request = GetRewardRequest.newBuilder().setId(id).build();
        return calls.read(Service.LOYALTY, RewardServiceGrpc.getGetRewardMethod(), request)
                .map(response -> view(response.getReward()));
    }

    Uni<Page<RewardView>> list(int pageSize, String pageToken) {
        var request = ListRewardsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, RewardServiceGrpc.getListRewardsMethod(), request)
                .map(response -> Page.of(response.getRewardsList(), RewardClient::view, response.getNextPageToken()));
    }

    Uni<RewardView> update(String id, String etag, NewReward wanted) {
        var request = UpdateRewardRequest.newBuilder()
                .setReward(message(wanted).setId(id).setEtag(etag))
                .setStockChange(number(wanted.stockChange()))
                .build();
        return calls.change(Service.LOYALTY, RewardServiceGrpc.getUpdateRewardMethod(), request)
                .map(response -> view(response.getReward()));
    }

    Uni<Page<VoucherView>> vouchers(String customerId, int pageSize, String pageToken) {
        var request = ListVouchersRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, RewardServiceGrpc.getListVouchersMethod(), request)
                .map(response -> Page.of(response.getVouchersList(), RewardClient::view, response.getNextPageToken()));
    }

    Uni<VoucherView> use(String code, String requestId) {
        var request = UseVoucherRequest.newBuilder()
                .setCode(code)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.LOYALTY, RewardServiceGrpc.getUseVoucherMethod(), request)
                .map(response -> view(response.getVoucher()));
    }

    Uni<List<CouponView>> make(NewCoupons wanted, String requestId) {
        var request = CreateCouponsRequest.newBuilder()
                .setCampaign(text(wanted.campaign()))
                .setCount(wanted.count() == null ? 1 : wanted.count())
                .setPoints(number(wanted.points()))
                .setMaxUses(number(wanted.maxUses()))
                .setPerCustomer(number(wanted.perCustomer()))
                .setCode(text(wanted.code()))
                .setRequestId(requestId);
        if (wanted.fromTime() != null) {
            request.setFromTime(Messages.timestamp(wanted.fromTime()));
        }
        if (wanted.toTime() != null) {
            request.setToTime(Messages.timestamp(wanted.toTime()));
        }
        return calls.change(Service.LOYALTY, RewardServiceGrpc.getCreateCouponsMethod(), request.build())
                .map(response -> response.getCouponsList().stream()
                        .map(RewardClient::view)
                        .toList());
    }

    Uni<Page<CouponView>> coupons(String campaign, int pageSize, String pageToken) {
        var request = ListCouponsRequest.newBuilder()
                .setCampaign(campaign)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, RewardServiceGrpc.getListCouponsMethod(), request)
                .map(response -> Page.of(response.getCouponsList(), RewardClient::view, response.getNextPageToken()));
    }

    private static Reward.Builder message(NewReward wanted) {
        var message = Reward.newBuilder()
                .setName(text(wanted.name()))
                .setDescription(text(wanted.description()))
                .setCost(number(wanted.cost()))
                .setActive(wanted.active() == null || wanted.active())
                .addAllTiers(wanted.tiers() == null ? List.of() : wanted.tiers())
                .setPerCustomer(number(wanted.perCustomer()))
                .setVoucherDays(wanted.voucherDays() == null ? 0 : wanted.voucherDays());
        if (wanted.fromTime() != null) {
            message.setFromTime(Messages.timestamp(wanted.fromTime()));
        }
        if (wanted.toTime() != null) {
            message.setToTime(Messages.timestamp(wanted.toTime()));
        }
        return message;
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static RewardView view(Reward reward) {
        return new RewardView(
                reward.getId(),
                reward.getName(),
                Messages.text(reward.getDescription()),
                reward.getCost(),
                reward.getActive(),
                Messages.time(reward.hasFromTime(), reward.getFromTime()),
                Messages.time(reward.hasToTime(), reward.getToTime()),
                reward.getTiersList(),
                reward.getPerCustomer() == 0 ? null : reward.getPerCustomer(),
                reward.getVoucherDays(),
                reward.hasStock() ? reward.getStock() : null,
                reward.getEtag());
    }

    private static VoucherView view(Voucher voucher) {
        return new VoucherView(
                voucher.getCode(),
                voucher.getRewardId(),
                voucher.getCustomerId(),
                Messages.name(voucher.getState()),
                Messages.time(voucher.hasExpireTime(), voucher.getExpireTime()),
                Messages.time(voucher.hasUseTime(), voucher.getUseTime()),
                Messages.time(voucher.hasCreateTime(), voucher.getCreateTime()));
    }

    private static CouponView view(Coupon coupon) {
        return new CouponView(
                coupon.getCode(),
                coupon.getCampaign(),
                coupon.getPoints(),
                coupon.getMaxUses(),
                coupon.getPerCustomer(),
                Messages.time(coupon.hasFromTime(), coupon.getFromTime()),
                Messages.time(coupon.hasToTime(), coupon.getToTime()),
                coupon.getUses());
    }
}
