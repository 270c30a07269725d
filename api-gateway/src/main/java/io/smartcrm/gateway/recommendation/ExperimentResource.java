package io.smartcrm.gateway.recommendation;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.recommendation.ExperimentViews.ExperimentView;
import io.smartcrm.gateway.recommendation.ExperimentViews.NewExperiment;
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

@Path("/api/v1/recommendation-experiments")
@Tag(name = "Recommendations")
class ExperimentResource {
    private final ExperimentClient experiments;

    ExperimentResource(ExperimentClient experiments) {
        this.experiments = experiments;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Create an experiment: ways to recommend, to compare by what customers buy",
            description = "As a draft. The shares of its variants add up to 1; its name is its own.")
    public Uni<ExperimentView> create(
            @Nullable NewExperiment wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return experiments.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Experiments, latest first")
    public Uni<Page<ExperimentView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return experiments.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "An experiment with its results up to now")
    public Uni<ExperimentView> get(@RestPath String id) {
        return experiments.get(id);
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Start an experiment",
            description =
                    "One runs at a time in each scenario, and each starts once. Sending it twice starts it once: it"
                            + " needs no Idempotency-Key.")
    public Uni<ExperimentView> start(@RestPath String id) {
        return experiments.start(id);
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Stop an experiment",
            description = "For good; its results stay. Sending it twice stops it once: it needs no Idempotency-Key.")
    public Uni<ExperimentView> stop(@RestPath String id) {
        return experiments.stop(id);
    }
}
