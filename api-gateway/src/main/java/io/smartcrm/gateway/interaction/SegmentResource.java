package io.smartcrm.gateway.interaction;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Interactions in the shape of Segment's HTTP tracking API, so that its libraries need another address alone. */
@Path("/api/v1")
@Tag(name = "Interactions")
class SegmentResource {
    static final String WHO = "Whose it is: userId is namespace:value or a value of the shop's; anonymousId is "
            + "the device's. A messageId that is known is a DUPLICATE. Answered when it is stored for good.";

    private final InteractionClient interactions;

    SegmentResource(InteractionClient interactions) {
        this.interactions = interactions;
    }

    @POST
    @Path("/batch")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "As /interactions/batch, at Segment's path", description = WHO)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"batch\": [{\"type\": \"page\", \"anonymousId\": \"device-7\", \"name\":"
                                    + " \"Home\"}]}"))
    public Uni<BatchView> batch(@Nullable JsonNode body) {
        return interactions.record(SegmentMessage.batch(body)).map(BatchView::of);
    }

    @POST
    @Path("/track")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "Record what somebody did", description = WHO)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"userId\": \"12347\", \"event\": \"Product Added\", \"properties\": {\"sku\":"
                                    + " \"85123A\"}}"))
    public Uni<RecordView> track(@Nullable JsonNode body) {
        return record(body, SegmentMessage.Type.TRACK);
    }

    @POST
    @Path("/identify")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(
            summary = "Say who somebody is",
            description =
                    "An unknown userId becomes a customer; what the anonymousId did before becomes the customer's.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"userId\": \"12347\", \"anonymousId\": \"device-7\","
                                    + " \"traits\": {\"email\": \"ada@example.org\"}}"))
    public Uni<RecordView> identify(@Nullable JsonNode body) {
        return record(body, SegmentMessage.Type.IDENTIFY);
    }

    @POST
    @Path("/page")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "Record a visit of a web page", description = WHO)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"anonymousId\": \"device-7\", \"name\": \"Home\"}"))
    public Uni<RecordView> page(@Nullable JsonNode body) {
        return record(body, SegmentMessage.Type.PAGE);
    }

    @POST
    @Path("/screen")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "Record a visit of a screen of an app", description = WHO)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"anonymousId\": \"device-7\", \"name\": \"Basket\"}"))
    public Uni<RecordView> screen(@Nullable JsonNode body) {
        return record(body, SegmentMessage.Type.SCREEN);
    }

    @POST
    @Path("/alias")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(summary = "Say that a device's visitor is a user", description = "previousId is the anonymous id.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Object.class),
                            example = "{\"previousId\": \"device-7\", \"userId\": \"12347\"}"))
    public Uni<RecordView> alias(@Nullable JsonNode body) {
        return record(body, SegmentMessage.Type.ALIAS);
    }

    private Uni<RecordView> record(@Nullable JsonNode body, SegmentMessage.Type type) {
        JsonNode message = Parameters.body(body);
        if (!message.isObject()) {
            throw Failure.invalid("", "the body is not an object");
        }
        return interactions.record(new SegmentMessage(message, type).interaction());
    }
}
