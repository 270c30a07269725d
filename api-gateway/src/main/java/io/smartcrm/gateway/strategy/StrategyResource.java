package io.smartcrm.gateway.strategy;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.strategy.StrategyView.ActionRecordView;
import io.smartcrm.gateway.strategy.StrategyView.Activation;
import io.smartcrm.gateway.strategy.StrategyView.Pause;
import io.smartcrm.gateway.strategy.StrategyView.PreviewView;
import io.smartcrm.gateway.strategy.StrategyView.ResultsView;
import io.smartcrm.gateway.strategy.StrategyView.VersionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/strategies")
@Tag(name = "Strategies")
class StrategyResource {
    private final StrategyClient strategies;

    StrategyResource(StrategyClient strategies) {
        this.strategies = strategies;
    }

    @POST
    @RolesAllowed({ADMIN, MARKETER})
    @ResponseStatus(201)
    @APIResponseSchema(value = StrategyView.class, responseCode = "201", responseDescription = "A draft")
    @Operation(
            summary = "Write a strategy",
            description =
                    "It does nothing until it is activated. A definition that contradicts itself is 400, and named; so is a "
                            + "segment that is not there.")
    public Uni<RestResponse<StrategyView>> create(
            @Nullable DefinitionView wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return strategies
                .create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(created -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .location(URI.create("/api/v1/strategies/" + created.id()))
                        .header(HttpHeaders.ETAG, ETags.quoted(created.etag()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "List strategies, the newest first")
    public Uni<Page<StrategyView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return strategies.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @APIResponseSchema(StrategyView.class)
    @Operation(summary = "Read a strategy", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<StrategyView>> get(@RestPath String id) {
        return strategies.get(id).map(StrategyResource::versioned);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({ADMIN, MARKETER})
    @APIResponseSchema(StrategyView.class)
    @Operation(
            summary = "Give a strategy another definition",
            description =
                    "Makes a version. Who was held out stays so; what was decided is done as it was decided. If-Match "
                            + "must be the ETag last read.")
    public Uni<RestResponse<StrategyView>> update(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable DefinitionView wanted) {
        return strategies
                .update(id, ETags.required(ifMatch), Parameters.body(wanted))
                .map(StrategyResource::versioned);
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "List a strategy's definitions, the newest first")
    public Uni<List<VersionView>> versions(@RestPath String id) {
        return strategies.versions(id);
    }

    @POST
    @Path("/{id}/activate")
    @RolesAllowed({ADMIN, MARKETER})
    @Operation(
            summary = "Let a strategy run",
            description =
                    "422 REACH_NOT_CONFIRMED when more customers are to be expected within 24 hours than are confirmed; "
                            + "422 STRATEGY_LOOP when strategies would set each other off without end. Twice is once.")
    public Uni<StrategyView> activate(@RestPath String id, @Nullable Activation activation) {
        Long confirmed = activation == null ? null : activation.confirmedReach();
        return strategies.activate(id, confirmed == null ? 0 : confirmed);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({ADMIN, MARKETER})
    @Operation(
            summary = "Pause a strategy",
            description =
                    "It decides nothing any more, and what is decided waits; after 7 days it is left. Twice is once.")
    public Uni<StrategyView> pause(@RestPath String id, @Nullable Pause pause) {
        return strategies.pause(id, pause == null ? "" : Parameters.text(pause.reason()));
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Tell what a strategy would have decided on the last day", description = "Does nothing.")
    public Uni<PreviewView> preview(@RestPath String id) {
        return strategies.preview(id);
    }

    @POST
    @Path("/preview")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Try a definition on the last day", description = "Does nothing.")
    public Uni<PreviewView> tryOut(@Nullable DefinitionView definition) {
        return strategies.preview(Parameters.body(definition));
    }

    @GET
    @Path("/{id}/results")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "Tell what a strategy achieved",
            description =
                    "Against the customers who were held out, with 95 % confidence intervals, and what it cost. Customers "
                            + "count once their window is over.")
    public Uni<ResultsView> results(@RestPath String id) {
        return strategies.results(id);
    }

    @GET
    @Path("/{id}/actions")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "List what a strategy did and will do, the newest first",
            description = "state is DUE, DONE, ...")
    public Uni<Page<ActionRecordView>> actions(
            @RestPath String id,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return strategies.actions(
                id, Parameters.text(state), Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    private static RestResponse<StrategyView> versioned(StrategyView found) {
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, ETags.quoted(found.etag()))
                .build();
    }
}
