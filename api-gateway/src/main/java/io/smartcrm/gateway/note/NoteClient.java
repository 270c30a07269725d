package io.smartcrm.gateway.note;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.DeleteNoteRequest;
import io.smartcrm.proto.customer.v1.ListNotesRequest;
import io.smartcrm.proto.customer.v1.Note;
import io.smartcrm.proto.customer.v1.NoteServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks customer-service for notes. */
@ApplicationScoped
class NoteClient {
    private final Calls calls;

    NoteClient(Calls calls) {
        this.calls = calls;
    }

    Uni<NoteView> create(String customerId, NewNote note, String requestId) {
        var request = CreateNoteRequest.newBuilder()
                .setCustomerId(customerId)
                .setText(Parameters.text(note.text()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, NoteServiceGrpc.getCreateNoteMethod(), request)
                .map(answer -> view(answer.getNote()));
    }

    Uni<Page<NoteView>> list(String customerId, int pageSize, String pageToken) {
        var request = ListNotesRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, NoteServiceGrpc.getListNotesMethod(), request)
                .map(answer -> Page.of(answer.getNotesList(), NoteClient::view, answer.getNextPageToken()));
    }

    Uni<Void> delete(String customerId, String id) {
        var request = DeleteNoteRequest.newBuilder()
                .setCustomerId(customerId)
                .setId(id)
                .build();
        return calls.change(Service.CUSTOMER, NoteServiceGrpc.getDeleteNoteMethod(), request)
                .replaceWithVoid();
    }

    private static NoteView view(Note note) {
        return new NoteView(
                note.getId(),
                note.getCustomerId(),
                note.getAuthor(),
                note.getText(),
                Messages.time(note.hasCreateTime(), note.getCreateTime()));
    }
}
