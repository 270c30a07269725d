package io.smartcrm.gateway.points;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.points.PointsCommands.Adjustment;
import io.smartcrm.gateway.points.PointsCommands.Cancellation;
import io.smartcrm.gateway.points.PointsCommands.CashedCoupon;
import io.smartcrm.gateway.points.PointsCommands.Payment;
import io.smartcrm.gateway.points.PointsCommands.Redemption;
import io.smartcrm.gateway.points.PointsCommands.Transfer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/points")
@Tag(name = "Points")
class CustomerPointsResource {
    private final PointsClient points;

    CustomerPointsResource(PointsClient points) {
        this.points = points;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Read a customer's points and tier", description = "All zero when nothing was ever credited.")
    public Uni<PointsAccountView> account(@RestPath String id) {
        return points.account(id);
    }

    @GET
    @Path("/transactions")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List what became of a customer's points, newest first")
    public Uni<Page<PointsTransactionView>> transactions(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return points.transactions(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @POST
    @Path("/adjustments")
    @RolesAllowed({ADMIN, MARKETER})
    @Operation(summary = "Grant points, or take them", description = "422 when more is taken than there is.")
    public Uni<PointsTransactionView> adjust(
            @RestPath String id,
            @Nullable Adjustment wanted,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return points.adjust(id, Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/payments")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(summary = "Pay with points", description = "What expires first is spent first.")
    public Uni<PointsTransactionView> spend(
            @RestPath String id,
            @Nullable Payment wanted,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return points.spend(id, Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/transfers")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(summary = "Give points to another customer", description = "They expire when they would have.")
    public Uni<PointsTransactionView> transfer(
            @RestPath String id,
            @Nullable Transfer wanted,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return points.transfer(id, Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/redemptions")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(
            summary = "Take a reward for points",
            description = "The answer has the code of its voucher. 422 when points or stock do not suffice.")
    public Uni<PointsTransactionView> redeem(
            @RestPath String id,
            @Nullable Redemption wanted,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return points.redeem(id, Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/coupons")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(summary = "Cash a coupon for points")
    public Uni<PointsTransactionView> cash(
            @RestPath String id,
            @Nullable CashedCoupon wanted,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return points.cash(id, Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/transactions/{transactionId}/cancel")
    @RolesAllowed({ADMIN, AGENT})
    @Operation(
            summary = "Undo a redemption, a payment or an adjustment",
            description = "Points come back for 30 days at least, stock comes back, the voucher is void.")
    public Uni<PointsTransactionView> cancel(
            @RestPath String id,
            @RestPath String transactionId,
            @Nullable Cancellation wanted,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return points.cancel(id, transactionId, Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }
}
