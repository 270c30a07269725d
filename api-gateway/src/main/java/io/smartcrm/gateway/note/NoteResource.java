package io.smartcrm.gateway.note;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/notes")
@Tag(name = "Customers")
class NoteResource {
    private final NoteClient notes;

    NoteResource(NoteClient notes) {
        this.notes = notes;
    }

    @POST
    @RolesAllowed({ADMIN, MARKETER, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = NoteView.class, responseCode = "201", responseDescription = "Written down")
    @Operation(summary = "Write a note on a customer")
    public Uni<NoteView> create(
            @RestPath String id,
            @Nullable NewNote note,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return notes.create(id, Parameters.body(note), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List the notes on a customer, newest first")
    public Uni<Page<NoteView>> list(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return notes.list(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @DELETE
    @Path("/{noteId}")
    @RolesAllowed({ADMIN, MARKETER, AGENT})
    @Operation(summary = "Delete a note", description = "One's own; an admin deletes everyone's.")
    public Uni<Void> delete(@RestPath String id, @RestPath String noteId) {
        return notes.delete(id, noteId);
    }
}
