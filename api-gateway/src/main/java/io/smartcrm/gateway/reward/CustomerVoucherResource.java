package io.smartcrm.gateway.reward;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.reward.RewardView.VoucherView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/vouchers")
@Tag(name = "Rewards")
class CustomerVoucherResource {
    private final RewardClient rewards;

    CustomerVoucherResource(RewardClient rewards) {
        this.rewards = rewards;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List a customer's vouchers")
    public Uni<Page<VoucherView>> vouchers(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return rewards.vouchers(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
