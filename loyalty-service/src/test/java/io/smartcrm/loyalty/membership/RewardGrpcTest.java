package io.smartcrm.loyalty.membership;

import static io.smartcrm.loyalty.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.PointsCalls;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionRequest;
import io.smartcrm.proto.loyalty.v1.CashCouponRequest;
import io.smartcrm.proto.loyalty.v1.CreateCouponsRequest;
import io.smartcrm.proto.loyalty.v1.CreateRewardRequest;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.RedeemRewardRequest;
import io.smartcrm.proto.loyalty.v1.Reward;
import io.smartcrm.proto.loyalty.v1.RewardServiceGrpc;
import io.smartcrm.proto.loyalty.v1.UpdateRewardRequest;
import io.smartcrm.proto.loyalty.v1.UseVoucherRequest;
import io.smartcrm.wire.Failure;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What points are good for, as users see it. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewardGrpcTest {
    private Calls calls;
    private PointsCalls points;
    private RewardServiceGrpc.RewardServiceBlockingStub rewards;

    @BeforeAll
    void connect() {
        calls = new Calls();
        points = new PointsCalls(calls);
        rewards = RewardServiceGrpc.newBlockingStub(calls.as("root", "admin"));
    }

    @AfterAll
    void close() throws InterruptedException {
        calls.close();
    }

    @Test
    void aRewardIsRedeemedUsedAndNotCancelledAnyMore() {
        // Given
        String customer = newCustomer();
        points.grant(customer, 100);
        Reward reward = reward("Teapot " + customer, 60, 5);
        var redemption = RedeemRewardRequest.newBuilder()
                .setCustomerId(customer)
                .setRewardId(reward.getId())
                .setRequestId("redeem " + customer)
                .build();

        // When
        PointsTransaction redeemed = points.stub().redeemReward(redemption).getTransaction();
        PointsTransaction again = points.stub().redeemReward(redemption).getTransaction();
        rewards.useVoucher(UseVoucherRequest.newBuilder()
                .setCode(redeemed.getVoucherCode())
                .build());

        // Then
        assertThat(again).isEqualTo(redeemed);
        assertThat(points.account(customer).getAvailable()).isEqualTo(40);
        assertThat(failureOf(() -> rewards.useVoucher(UseVoucherRequest.newBuilder()
                                .setCode(redeemed.getVoucherCode())
                                .build()))
                        .reason())
                .isEqualTo("VOUCHER_USED");
        assertThat(failureOf(() -> points.stub()
                                .cancelPointsTransaction(CancelPointsTransactionRequest.newBuilder()
                                        .setCustomerId(customer)
                                        .setTransactionId(redeemed.getId())
                                        .setReason("changed my mind")
                                        .build()))
                        .reason())
                .isEqualTo("VOUCHER_USED");
        assertThat(points.history(customer).get(0)).isEqualTo(redeemed);
    }

    @Test
    void stockIsAddedToWhatIsLeft() {
        // Given
        Reward reward = reward("Cup " + UUID.randomUUID(), 10, 5);
        var change = UpdateRewardRequest.newBuilder()
                .setReward(reward.toBuilder().setCost(12))
                .setStockChange(3);

        // When
        Reward changed = rewards.updateReward(change.build()).getReward();
        Failure stale = failureOf(() -> rewards.updateReward(change.build()));
        Failure tooMuch = failureOf(() -> rewards.updateReward(
                change.setReward(changed).setStockChange(-9).build()));

        // Then
        assertThat(changed.getStock()).isEqualTo(8);
        assertThat(changed.getCost()).isEqualTo(12);
        assertThat(stale.kind()).isEqualTo(Failure.Kind.STALE);
        assertThat(tooMuch.violations().get(0).field()).isEqualTo("stockChange");
    }

    @Test
    void aCouponIsWorthItsPointsOnce() {
        // Given
        String customer = newCustomer();
        String code = rewards.createCoupons(CreateCouponsRequest.newBuilder()
                        .setCampaign("spring")
                        .setCount(2)
                        .setPoints(25)
                        .build())
                .getCoupons(0)
                .getCode();
        var cash = CashCouponRequest.newBuilder().setCustomerId(customer).setCode(code.toLowerCase(Locale.ROOT));

        // When
        points.stub().cashCoupon(cash.build());
        Failure again = failureOf(() -> points.stub().cashCoupon(cash.build()));

        // Then
        assertThat(points.account(customer).getAvailable()).isEqualTo(25);
        assertThat(again.reason()).isEqualTo("COUPON_USED_UP");
    }

    private Reward reward(String name, long cost, long stock) {
        return rewards.createReward(CreateRewardRequest.newBuilder()
                        .setReward(Reward.newBuilder()
                                .setName(name)
                                .setCost(cost)
                                .setActive(true)
                                .setStock(stock))
                        .build())
                .getReward();
    }

    private static String newCustomer() {
        return UUID.randomUUID().toString();
    }
}
