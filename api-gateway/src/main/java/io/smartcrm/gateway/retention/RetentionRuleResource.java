package io.smartcrm.gateway.retention;

import static io.smartcrm.gateway.http.Roles.ADMIN;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.retention.RetentionViews.NewRule;
import io.smartcrm.gateway.retention.RetentionViews.PreviewView;
import io.smartcrm.gateway.retention.RetentionViews.RuleView;
import io.smartcrm.gateway.retention.RetentionViews.RunView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

@Path("/api/v1/retention-rules")
@Tag(name = "Retention")
class RetentionRuleResource {
    private final RetentionClient retention;

    RetentionRuleResource(RetentionClient retention) {
        this.retention = retention;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "List how long records are kept")
    public Uni<Page<RuleView>> rules() {
        return retention.rules();
    }

    @POST
    @RolesAllowed(ADMIN)
    @ResponseStatus(201)
    @Operation(
            summary = "Make a rule",
            description =
                    "Look at its preview before it is active or run. Refused with 409 when it contradicts another active rule.")
    public Uni<RuleView> create(
            @Nullable NewRule wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return retention.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Delete a rule with its runs", description = "What was forgotten stays forgotten.")
    public Uni<Void> delete(@RestPath String id) {
        return retention.delete(id);
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Count what a rule would meet now")
    public Uni<PreviewView> preview(@RestPath String id) {
        return retention.preview(id);
    }

    @POST
    @Path("/{id}/runs")
    @RolesAllowed(ADMIN)
    @ResponseStatus(202)
    @APIResponseSchema(value = RunView.class, responseCode = "202", responseDescription = "Waits to be applied")
    @Operation(summary = "Apply a rule now", description = "Location is the run. Cannot be undone.")
    public Uni<RestResponse<RunView>> start(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return retention
                .start(id, IdempotencyKey.required(idempotencyKey))
                .map(run -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, run)
                        .location(URI.create("/api/v1/retention-runs/" + run.id()))
                        .build());
    }

    @GET
    @Path("/{id}/runs")
    @RolesAllowed(ADMIN)
    @Operation(summary = "List the runs of a rule, newest first")
    public Uni<Page<RunView>> runs(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return retention.runs(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
