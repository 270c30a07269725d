package io.smartcrm.gateway.privacy;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.privacy.PrivacyViews.LimitsChange;
import io.smartcrm.gateway.privacy.PrivacyViews.LimitsView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/processing-limits")
@Tag(name = "Privacy")
class ProcessingLimitResource {
    private final PrivacyClient privacy;

    ProcessingLimitResource(PrivacyClient privacy) {
        this.privacy = privacy;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(LimitsView.class)
    @Operation(summary = "Read what may not be done with a customer's data")
    public Uni<RestResponse<LimitsView>> limits(@RestPath String id) {
        return privacy.limits(id).map(ProcessingLimitResource::versioned);
    }

    @PUT
    @RolesAllowed({ADMIN, AGENT})
    @APIResponseSchema(LimitsView.class)
    @Operation(
            summary = "Restrict processing, or the use of the profile",
            description = "Who is restricted leaves the scores; who wants nothing by profile, or is restricted, gets "
                    + "popular recommendations only.")
    public Uni<RestResponse<LimitsView>> limit(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable LimitsChange change) {
        return privacy.limit(id, ETags.required(ifMatch), Parameters.body(change))
                .map(ProcessingLimitResource::versioned);
    }

    private static RestResponse<LimitsView> versioned(LimitsView limits) {
        return RestResponse.ResponseBuilder.ok(limits)
                .header(HttpHeaders.ETAG, ETags.quoted(limits.etag()))
                .build();
    }
}
