package io.smartcrm.loyalty.reward;

import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.account.VoucherCode;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.database.IdPage;
import io.smartcrm.outbox.Database;
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
import io.smartcrm.proto.loyalty.v1.RewardService;
import io.smartcrm.proto.loyalty.v1.UpdateRewardRequest;
import io.smartcrm.proto.loyalty.v1.UpdateRewardResponse;
import io.smartcrm.proto.loyalty.v1.UseVoucherRequest;
import io.smartcrm.proto.loyalty.v1.UseVoucherResponse;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rewards, vouchers and coupons over gRPC. */
@GrpcService
class RewardGrpc implements RewardService {
    private static final int MAX_COUPONS = 10_000;

    private final Rewards rewards;
    private final Vouchers vouchers;
    private final Coupons coupons;
    private final Database database;
    private final SecurityIdentity caller;

    RewardGrpc(Rewards rewards, Vouchers vouchers, Coupons coupons, Database database, SecurityIdentity caller) {
        this.rewards = rewards;
        this.vouchers = vouchers;
        this.coupons = coupons;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<CreateRewardResponse> createReward(CreateRewardRequest request) {
        var offer = RewardMessagesGrpc.offer(request.getReward());
        OptionalLong stock = request.getReward().hasStock()
                ? OptionalLong.of(Fields.number("stock", request.getReward().getStock(), 0, Integer.MAX_VALUE))
                : OptionalLong.empty();
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        CreateRewardResponse.parser(),
                        connection -> CreateRewardResponse.newBuilder()
                                .setReward(RewardMessagesGrpc.message(rewards.create(connection, offer, stock)))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetRewardResponse> getReward(GetRewardRequest request) {
        var found = rewards.get(Fields.id("id", request.getId()));
        return Uni.createFrom()
                .item(GetRewardResponse.newBuilder()
                        .setReward(RewardMessagesGrpc.message(found))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListRewardsResponse> listRewards(ListRewardsRequest request) {
        var page = IdPage.of("rewards", request.getPageSize(), request.getPageToken());
        var response = ListRewardsResponse.newBuilder();
        page.answer(
                rewards.list(page.last(), page.limit()),
                Reward::id,
                RewardMessagesGrpc::message,
                response::addRewards,
                response::setNextPageToken);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<UpdateRewardResponse> updateReward(UpdateRewardRequest request) {
        var wanted = request.getReward();
        var updated = rewards.update(
                Fields.id("id", wanted.getId()),
                wanted.getEtag(),
                RewardMessagesGrpc.offer(wanted),
                request.getStockChange());
        return Uni.createFrom()
                .item(UpdateRewardResponse.newBuilder()
                        .setReward(RewardMessagesGrpc.message(updated))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListVouchersResponse> listVouchers(ListVouchersRequest request) {
        UUID customer = Fields.id("customerId", request.getCustomerId());
        int size = PageToken.pageSize(request.getPageSize());
        String query = "vouchers/" + customer;
        var found = vouchers.list(customer, after(request.getPageToken(), query).orElse(""), size + 1);
        var response = ListVouchersResponse.newBuilder().setNextPageToken(next(found, size, query, Voucher::code));
        found.stream().limit(size).map(RewardMessagesGrpc::message).forEach(response::addVouchers);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<UseVoucherResponse> useVoucher(UseVoucherRequest request) {
        String code = VoucherCode.canonical(request.getCode());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        UseVoucherResponse.parser(),
                        connection -> UseVoucherResponse.newBuilder()
                                .setVoucher(RewardMessagesGrpc.message(vouchers.use(connection, code)))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<CreateCouponsResponse> createCoupons(CreateCouponsRequest request) {
        String campaign = Fields.text("campaign", request.getCampaign(), 1, 100);
        long count =
                Fields.number("count", request.getCount(), 1, request.getCode().isEmpty() ? MAX_COUPONS : 1);
        Coupon.Terms terms = RewardMessagesGrpc.terms(request);
        List<String> codes = request.getCode().isEmpty()
                ? Stream.generate(VoucherCode::next).limit(count).toList()
                : List.of(VoucherCode.canonical(request.getCode()));
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        CreateCouponsResponse.parser(),
                        connection -> CreateCouponsResponse.newBuilder()
                                .addAllCoupons(coupons.create(connection, campaign, terms, codes).stream()
                                        .map(RewardMessagesGrpc::message)
                                        .toList())
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListCouponsResponse> listCoupons(ListCouponsRequest request) {
        String campaign = Fields.text("campaign", request.getCampaign(), 1, 100);
        int size = PageToken.pageSize(request.getPageSize());
        String query = "coupons/" + campaign;
        var found = coupons.list(campaign, after(request.getPageToken(), query).orElse(""), size + 1);
        var response = ListCouponsResponse.newBuilder().setNextPageToken(next(found, size, query, Coupon::code));
        found.stream().limit(size).map(RewardMessagesGrpc::message).forEach(response::addCoupons);
        return Uni.createFrom().item(response.build());
    }

    private static Optional<String> after(String token, String query) {
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(PageToken.decode(token, query, 1).keys().get(0));
    }

    /** @param found one more than fits, if there is a next page */
    private static <T> String next(List<T> found, int size, String query, Function<T, String> key) {
        return found.size() > size
                ? PageToken.of(key.apply(found.get(size - 1))).encode(query)
                : "";
    }
}
