package io.smartcrm.gateway.timeline;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/timeline")
@Tag(name = "Customers")
class TimelineResource {
    private final TimelineClient timelines;

    TimelineResource(TimelineClient timelines) {
        this.timelines = timelines;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "List a customer's orders, cases and interactions in one, newest first",
            description = "filter is kind = \"ORDER\", \"CASE\" or \"INTERACTION\".")
    public Uni<Page<TimelineEntryView>> list(
            @RestPath String id,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter) {
        return timelines.list(
                id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken), Parameters.text(filter));
    }
}
