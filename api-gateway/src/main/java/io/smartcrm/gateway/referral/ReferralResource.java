package io.smartcrm.gateway.referral;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.referral.ReferralView.ClaimView;
import io.smartcrm.gateway.referral.ReferralView.CodeView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}")
@Tag(name = "Referrals")
class ReferralResource {
    private final ReferralClient referrals;

    ReferralResource(ReferralClient referrals) {
        this.referrals = referrals;
    }

    @PUT
    @Path("/referral-code")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(
            summary = "Give a member a code to refer others by",
            description = "The same however often it is asked for. 422 while the programme has no terms for referrals.")
    public Uni<CodeView> code(@RestPath String id) {
        return referrals.code(id);
    }

    @POST
    @Path("/referral")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(
            summary = "Say by whose code a new customer came",
            description = "Both get their points when the return window of the first order ended and enough of it is "
                    + "left. 404 for an unknown code, 409 when somebody else referred the customer, 422 for the own code, "
                    + "a customer who has bought already, and a member who referred as many as possible.")
    public Uni<ReferralView> claim(
            @RestPath String id,
            @Nullable ClaimView claim,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return referrals.claim(id, Parameters.body(claim), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @Path("/referrals")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List whom a member referred, newest first")
    public Uni<Page<ReferralView>> list(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return referrals.list(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
