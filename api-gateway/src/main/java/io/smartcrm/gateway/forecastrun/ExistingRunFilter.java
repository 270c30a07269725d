package io.smartcrm.gateway.forecastrun;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What {@link ExistingRun} says. */
@ApplicationScoped
class ExistingRunFilter {
    private final ForecastRunClient runs;

    ExistingRunFilter(ForecastRunClient runs) {
        this.runs = runs;
    }

    @ServerRequestFilter
    @ExistingRun
    public Uni<Void> check(ContainerRequestContext request) {
        return runs.get(request.getUriInfo().getPathParameters().getFirst("id")).replaceWithVoid();
    }
}
