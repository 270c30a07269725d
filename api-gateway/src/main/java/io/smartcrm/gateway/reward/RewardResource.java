package io.smartcrm.gateway.reward;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.reward.RewardView.NewReward;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/rewards")
@Tag(name = "Rewards")
class RewardResource {
    private final RewardClient rewards;

    RewardResource(RewardClient rewards) {
        this.rewards = rewards;
    }

    @POST
    @RolesAllowed({ADMIN, MARKETER})
    @ResponseStatus(201)
    @APIResponseSchema(value = RewardView.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(summary = "Offer a reward")
    public Uni<RestResponse<RewardView>> create(
            @Nullable NewReward wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return rewards.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(created -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .location(URI.create("/api/v1/rewards/" + created.id()))
                        .header(HttpHeaders.ETAG, ETags.quoted(created.etag()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List rewards, the oldest first")
    public Uni<Page<RewardView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return rewards.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(RewardView.class)
    @Operation(summary = "Read a reward", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<RewardView>> get(@RestPath String id) {
        return rewards.get(id).map(RewardResource::versioned);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ADMIN, MARKETER})
    @APIResponseSchema(RewardView.class)
    @Operation(
            summary = "Change a reward",
            description =
                    "Replaces the whole but its stock, to which stockChange is added. If-Match must be the ETag last "
                            + "read.")
    public Uni<RestResponse<RewardView>> update(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable NewReward wanted) {
        return rewards.update(id, ETags.required(ifMatch), Parameters.body(wanted))
                .map(RewardResource::versioned);
    }

    private static RestResponse<RewardView> versioned(RewardView found) {
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, ETags.quoted(found.etag()))
                .build();
    }
}
