package io.smartcrm.customer.note;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.outbox.CommandLog;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.CreateNoteResponse;
import io.smartcrm.proto.customer.v1.DeleteNoteRequest;
import io.smartcrm.proto.customer.v1.DeleteNoteResponse;
import io.smartcrm.proto.customer.v1.ListNotesRequest;
import io.smartcrm.proto.customer.v1.ListNotesResponse;
import io.smartcrm.proto.customer.v1.NoteService;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;

/** Notes over gRPC. */
@GrpcService
class NoteGrpc implements NoteService {
    private final Notes notes;
    private final CommandLog commands;
    private final SecurityIdentity caller;

    NoteGrpc(Notes notes, CommandLog commands, SecurityIdentity caller) {
        this.notes = notes;
        this.commands = commands;
        this.caller = caller;
    }

    /** The log of commands remembers that it was done, not what was written. */
    @Override
    @RolesAllowed({"admin", "marketer", "agent"})
    public Uni<CreateNoteResponse> createNote(CreateNoteRequest request) {
        String author = caller.getPrincipal().getName();
        UUID customer = id("customer", request.getCustomerId());
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> commands.once(
                                session,
                                author,
                                request.getRequestId(),
                                request,
                                CreateNoteResponse.parser(),
                                () -> notes.write(customer, author, request.getText())
                                        .map(note -> CreateNoteResponse.newBuilder()
                                                .setNote(message(note).clearText())
                                                .build()))))
                .map(answer -> CreateNoteResponse.newBuilder()
                        .setNote(answer.getNote().toBuilder().setText(request.getText()))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListNotesResponse> listNotes(ListNotesRequest request) {
        UUID customer = id("customer", request.getCustomerId());
        int size = PageToken.pageSize(request.getPageSize());
        String query = "notes/" + customer;
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), query));
        return notes.list(customer, size, after).map(page -> {
            var response = ListNotesResponse.newBuilder()
                    .setNextPageToken(
                            page.nextToken(last -> new TimePosition(last.createTime(), last.id()).encode(query)));
            page.items().forEach(note -> response.addNotes(message(note)));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({"admin", "marketer", "agent"})
    public Uni<DeleteNoteResponse> deleteNote(DeleteNoteRequest request) {
        return notes.delete(
                        id("customer", request.getCustomerId()),
                        id("note", request.getId()),
                        caller.getPrincipal().getName(),
                        caller.hasRole("admin"))
                .replaceWith(DeleteNoteResponse.getDefaultInstance());
    }

    private static UUID id(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound(what, text);
        }
    }

    private static io.smartcrm.proto.customer.v1.Note.Builder message(Note note) {
        var created = note.createTime();
        return io.smartcrm.proto.customer.v1.Note.newBuilder()
                .setId(note.id().toString())
                .setCustomerId(note.customer().toString())
                .setAuthor(note.author())
                .setText(note.text())
                .setCreateTime(Timestamp.newBuilder()
                        .setSeconds(created.getEpochSecond())
                        .setNanos(created.getNano()));
    }
}
