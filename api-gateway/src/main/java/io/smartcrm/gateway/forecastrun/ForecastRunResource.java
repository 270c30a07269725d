package io.smartcrm.gateway.forecastrun;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/forecast-runs")
@Tag(name = "Forecast runs")
class ForecastRunResource {
    private final ForecastRunClient runs;

    ForecastRunResource(ForecastRunClient runs) {
        this.runs = runs;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST})
    @ResponseStatus(202)
    @APIResponseSchema(value = ForecastRunView.class, responseCode = "202", responseDescription = "Waiting")
    @Operation(
            summary = "Forecast all series",
            description =
                    "Total, categories, products, countries and channels by week, made to add up, and segments; in the background."
                            + " Location is the run. One also starts every night.")
    public Uni<RestResponse<ForecastRunView>> start(
            @Nullable NewForecastRun wish, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return runs.start(Parameters.body(wish), IdempotencyKey.required(idempotencyKey))
                .map(run -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, run)
                        .location(URI.create("/api/v1/forecast-runs/" + run.id()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List forecast runs, newest first")
    public Uni<Page<ForecastRunView>> list(
            @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return runs.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/accuracy")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "Compare forecasts with what happened",
            description =
                    "Of each week that is over the forecast that was the last one before it; with alerts where the"
                            + " tracking signal says that a series is forecast too high or too low again and again.")
    public Uni<ForecastAccuracyView> accuracy() {
        return runs.accuracy("");
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "Read a forecast run")
    public Uni<ForecastRunView> get(@RestPath String id) {
        return runs.get(id);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ExistingRun
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "Watch a forecast run",
            description = "Server-sent events, each the run as it is then; the stream ends with the run.")
    public Multi<ForecastRunView> watch(@RestPath String id) {
        return runs.watch(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "Stop a forecast run", description = "What is forecast stays, so that it can be resumed.")
    public Uni<ForecastRunView> cancel(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        IdempotencyKey.required(idempotencyKey);
        return runs.cancel(id);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "Go on with a forecast run that was stopped or failed")
    public Uni<ForecastRunView> resume(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        IdempotencyKey.required(idempotencyKey);
        return runs.resume(id);
    }

    @GET
    @Path("/{id}/results")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List what a run expects", description = "The id 'latest' is the last run that succeeded.")
    public Uni<Page<ForecastRunResultView>> results(
            @RestPath String id,
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return runs.results(id, level, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}/accuracy")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "Compare what a run expected with what happened")
    public Uni<ForecastAccuracyView> accuracy(@RestPath String id) {
        return runs.accuracy(id);
    }
}
