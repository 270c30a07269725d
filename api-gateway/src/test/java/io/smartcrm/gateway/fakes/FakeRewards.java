package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.Coupon;
import io.smartcrm.proto.loyalty.v1.CreateCouponsRequest;
import io.smartcrm.proto.loyalty.v1.CreateCouponsResponse;
import io.smartcrm.proto.loyalty.v1.CreateRewardRequest;
import io.smartcrm.proto.loyalty.v1.CreateRewardResponse;
import io.smartcrm.proto.loyalty.v1.GetRewardRequest;
import io.smartcrm.proto.loyalty.v1.GetRewardResponse;
import io.smartcrm.proto.loyalty.v1.ListCouponsRequest;
import io.smartcrm.proto.loyalty.v1.ListCouponsResponse;
import io.smartcrm.proto.loyalty.v1.ListRewardsRequest;
import io.smartcrm.proto.loyalty.v1.ListRewardsResponse;
import io.smartcrm.proto.loyalty.v1.ListVouchersRequest;
import io.smartcrm.proto.loyalty.v1.ListVouchersResponse;
import io.smartcrm.proto.loyalty.v1.Reward;
import io.smartcrm.proto.loyalty.v1.RewardServiceGrpc.RewardServiceImplBase;
import io.smartcrm.proto.loyalty.v1.UpdateRewardRequest;
import io.smartcrm.proto.loyalty.v1.UpdateRewardResponse;
import io.smartcrm.proto.loyalty.v1.UseVoucherRequest;
import io.smartcrm.proto.loyalty.v1.UseVoucherResponse;
import io.smartcrm.proto.loyalty.v1.Voucher;
import io.smartcrm.proto.loyalty.v1.VoucherState;

/** One reward with a stock of 40, and codes as they are asked for. */
final class FakeRewards extends RewardServiceImplBase {
    private static final Reward TEAPOT = Reward.newBuilder()
            .setId(Ids.KNOWN)
            .setName("Teapot")
            .setCost(1500)
            .setActive(true)
            .setStock(40)
            .setEtag("1")
            .build();

    @Override
    public void createReward(CreateRewardRequest request, StreamObserver<CreateRewardResponse> answer) {
        Ids.complete(
                answer,
                CreateRewardResponse.newBuilder()
                        .setReward(
                                request.getReward().toBuilder().setId(Ids.KNOWN).setEtag("1"))
                        .build());
    }

    @Override
    public void getReward(GetRewardRequest request, StreamObserver<GetRewardResponse> answer) {
        Ids.answer(
                "reward",
                request.getId(),
                answer,
                () -> GetRewardResponse.newBuilder().setReward(TEAPOT).build());
    }

    @Override
    public void listRewards(ListRewardsRequest request, StreamObserver<ListRewardsResponse> answer) {
        Ids.complete(answer, ListRewardsResponse.newBuilder().addRewards(TEAPOT).build());
    }

    @Override
    public void updateReward(UpdateRewardRequest request, StreamObserver<UpdateRewardResponse> answer) {
        Ids.complete(
                answer,
                UpdateRewardResponse.newBuilder()
                        .setReward(request.getReward().toBuilder()
                                .setStock(TEAPOT.getStock() + request.getStockChange())
                                .setEtag("2"))
                        .build());
    }

    @Override
    public void listVouchers(ListVouchersRequest request, StreamObserver<ListVouchersResponse> answer) {
        Ids.complete(
                answer,
                ListVouchersResponse.newBuilder()
                        .addVouchers(voucher("7QX2M-0TJ4K-W9ZCD", VoucherState.VOUCHER_STATE_ISSUED))
                        .build());
    }

    @Override
    public void useVoucher(UseVoucherRequest request, StreamObserver<UseVoucherResponse> answer) {
        Ids.complete(
                answer,
                UseVoucherResponse.newBuilder()
                        .setVoucher(voucher(request.getCode(), VoucherState.VOUCHER_STATE_USED))
                        .build());
    }

    @Override
    public void createCoupons(CreateCouponsRequest request, StreamObserver<CreateCouponsResponse> answer) {
        var response = CreateCouponsResponse.newBuilder();
        for (int i = 0; i < request.getCount(); i++) {
            response.addCoupons(Coupon.newBuilder().setCode("CODE-" + i).setCampaign(request.getCampaign()));
        }
        Ids.complete(answer, response.build());
    }

    @Override
    public void listCoupons(ListCouponsRequest request, StreamObserver<ListCouponsResponse> answer) {
        Ids.complete(
                answer,
                ListCouponsResponse.newBuilder()
                        .addCoupons(Coupon.newBuilder().setCode("CODE-0").setCampaign(request.getCampaign()))
                        .build());
    }

    private static Voucher voucher(String code, VoucherState state) {
        return Voucher.newBuilder()
                .setCode(code)
                .setRewardId(Ids.KNOWN)
                .setCustomerId(Ids.KNOWN)
                .setState(state)
                .build();
    }
}
