package io.smartcrm.gateway.forecast;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.gateway.forecast.SeriesLines.Line;
import io.smartcrm.gateway.http.BodyLimit;
import io.smartcrm.gateway.http.Parameters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Nothing is stored and nothing changes, so no Idempotency-Key is asked for. */
@Path("/api/v1/forecasts")
@Tag(name = "Forecasts")
class ForecastResource {
    private static final String NDJSON = "application/x-ndjson";

    private final SeriesForecastClient forecasts;
    private final ObjectMapper json;
    private final BodyLimit bodies;

    ForecastResource(SeriesForecastClient forecasts, ObjectMapper json, BodyLimit bodies) {
        this.forecasts = forecasts;
        this.json = json;
        this.bodies = bodies;
    }

    /** On a worker: thousands of numbers are read. */
    @POST
    @Blocking
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "Forecast series that come along",
            description =
                    "Up to 1,000 series of any kind; nothing is stored. A series that cannot be forecast has a problem"
                            + " in its place. For more series see /api/v1/forecasts/stream.")
    public Uni<ForecastListView> forecast(@Nullable ForecastWish wish) {
        ForecastWish asked = Parameters.body(wish);
        return forecasts
                .forecast(asked.options(), asked.series())
                .collect()
                .asList()
                .map(ForecastListView::of);
    }

    /** On a worker: the body lies on disk and is opened there. */
    @POST
    @Path("/stream")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "Forecast any number of series",
            description = "The body is one JSON object a line: first the options, then one series a line, such as"
                    + " {\"id\": \"a\", \"values\": [1, 2, null]}. The answer has one line a series, in their order, as"
                    + " they are forecast.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ForecastOptions.class)))
    public Multi<SeriesForecastView> stream(File body, @Context RoutingContext request) throws IOException {
        bodies.check(request);
        SeriesLines lines = SeriesLines.open(body, json);
        return Multi.createBy()
                .repeating()
                .uni(() -> onWorker(lines::block))
                .whilst(block -> !block.isEmpty())
                .onItem()
                .transformToMultiAndConcatenate(block -> forecast(lines.options(), block))
                .onTermination()
                .call(() -> onWorker(() -> {
                    lines.close();
                    return true;
                }));
    }

    /** What the service says of the series of the block, problems of lines in their places. */
    private Multi<SeriesForecastView> forecast(ForecastOptions options, List<Line> block) {
        List<SeriesView> series =
                block.stream().map(Line::series).filter(Objects::nonNull).toList();
        if (series.isEmpty()) {
            return Multi.createFrom().iterable(inOrder(block, List.of()));
        }
        return forecasts
                .forecast(options, series)
                .collect()
                .asList()
                .onItem()
                .transformToMulti(answers -> Multi.createFrom().iterable(inOrder(block, answers)));
    }

    private static List<SeriesForecastView> inOrder(List<Line> block, List<SeriesForecastView> answers) {
        Iterator<SeriesForecastView> next = answers.iterator();
        List<SeriesForecastView> ordered = new ArrayList<>();
        for (Line line : block) {
            SeriesForecastView problem = line.problem();
            ordered.add(problem == null ? next.next() : problem);
        }
        return ordered;
    }

    private static <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    } catch (Exception defect) {
                        throw new IllegalStateException(defect);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
