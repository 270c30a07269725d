package io.smartcrm.gateway.programme;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.programme.SimulationView.OrderView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/loyalty-programme")
@Tag(name = "Loyalty programme")
class ProgrammeResource {
    private final ProgrammeClient programme;

    ProgrammeResource(ProgrammeClient programme) {
        this.programme = programme;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(ProgrammeView.class)
    @Operation(summary = "Read the loyalty programme", description = "404 while there is none.")
    public Uni<RestResponse<ProgrammeView>> get() {
        return programme.get().map(ProgrammeResource::versioned);
    }

    @PUT
    @RolesAllowed({ADMIN, MARKETER})
    @APIResponseSchema(ProgrammeView.class)
    @Operation(
            summary = "Put the loyalty programme in place",
            description =
                    "Replaces the whole; what was earned stays. If-Match is the ETag last read, \"0\" for the first. "
                            + "Rules that contradict each other are 400 and named.")
    public Uni<RestResponse<ProgrammeView>> put(
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable ProgrammeView wanted) {
        return programme.put(ETags.required(ifMatch), Parameters.body(wanted)).map(ProgrammeResource::versioned);
    }

    @POST
    @Path("/simulate")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Tell what an order would earn, and by which rules")
    public Uni<SimulationView> simulate(@Nullable OrderView order) {
        return programme.simulate(Parameters.body(order));
    }

    private static RestResponse<ProgrammeView> versioned(ProgrammeView found) {
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, ETags.quoted(Objects.requireNonNullElse(found.etag(), "0")))
                .build();
    }
}
