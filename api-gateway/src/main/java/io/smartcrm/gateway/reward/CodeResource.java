package io.smartcrm.gateway.reward;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.reward.RewardView.CouponView;
import io.smartcrm.gateway.reward.RewardView.NewCoupons;
import io.smartcrm.gateway.reward.RewardView.VoucherView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "Rewards")
class CodeResource {
    private final RewardClient rewards;

    CodeResource(RewardClient rewards) {
        this.rewards = rewards;
    }

    @POST
    @Path("/vouchers/{code}/use")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(summary = "Use a voucher", description = "422 when it is used, void or expired.")
    public Uni<VoucherView> use(
            @RestPath String code, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return rewards.use(code, IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/coupons")
    @RolesAllowed({ADMIN, MARKETER})
    @ResponseStatus(201)
    @Operation(summary = "Make coupons", description = "Codes that nobody guesses, or one of your own.")
    public Uni<List<CouponView>> make(
            @Nullable NewCoupons wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return rewards.make(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @Path("/coupons")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "List the coupons of a campaign by code")
    public Uni<Page<CouponView>> coupons(
            @RestQuery @Nullable String campaign,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return rewards.coupons(
                Parameters.text(campaign), Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
