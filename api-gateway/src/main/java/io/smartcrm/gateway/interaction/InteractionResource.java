package io.smartcrm.gateway.interaction;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/interactions")
@Tag(name = "Interactions")
class InteractionResource {
    static final String FILTERS =
            "filter of a customer's: type = \"view\", channel = \"web\", direction = \"OUT\"; of all: anonymousId ="
                    + " \"x\".";

    private final InteractionClient interactions;

    InteractionResource(InteractionClient interactions) {
        this.interactions = interactions;
    }

    @POST
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = RecordView.class, responseCode = "201", responseDescription = "Stored for good")
    @Operation(
            summary = "Record an interaction",
            description = "The Idempotency-Key is its messageId if it has none of its own; what is known already is "
                    + "answered with 200 and DUPLICATE. An agent names a customer of the own team by customerId.")
    public Uni<RestResponse<RecordView>> record(
            @Nullable NewInteraction told, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        NewInteraction named = Parameters.body(told).named(IdempotencyKey.required(idempotencyKey));
        return interactions
                .record(named)
                .map(result -> result.id() == null
                        ? RestResponse.ok(result)
                        : RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, result)
                                .location(URI.create("/api/v1/interactions/" + result.id()))
                                .build());
    }

    @POST
    @Path("/batch")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "Record up to 1,000 interactions", description = SegmentResource.WHO)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"batch\": [{\"type\": \"track\", \"messageId\": \"m-1\", \"anonymousId\":"
                                    + " \"device-7\", \"event\": \"Product Viewed\", \"properties\": {\"sku\":"
                                    + " \"85123A\"}, \"timestamp\": \"2026-03-01T12:00:00Z\"}, {\"type\":"
                                    + " \"identify\", \"messageId\": \"m-2\", \"anonymousId\": \"device-7\","
                                    + " \"userId\": \"12347\", \"traits\": {\"name\": \"Ada Example\", \"email\":"
                                    + " \"ada@example.org\"}}]}"))
    public Uni<BatchView> recordBatch(@Nullable JsonNode body) {
        return interactions.record(SegmentMessage.batch(body)).map(BatchView::of);
    }

    @POST
    @Path("/deliveries")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(
            summary = "Report what became of messages to customers",
            description = "1 to 1,000 reports, in any order and as often as you like: a message never goes back.")
    public Uni<DeliveryReports.Results> report(@Nullable DeliveryReports reports) {
        return interactions.report(Parameters.body(reports).all());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List interactions, newest first", description = FILTERS)
    public Uni<Page<InteractionView>> list(
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter) {
        return interactions.list(
                "", Parameters.whole("pageSize", pageSize), Parameters.text(pageToken), Parameters.text(filter));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Read an interaction")
    public Uni<InteractionView> get(@RestPath String id) {
        return interactions.get(id);
    }
}
