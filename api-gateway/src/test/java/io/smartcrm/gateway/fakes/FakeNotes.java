package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.CreateNoteResponse;
import io.smartcrm.proto.customer.v1.DeleteNoteRequest;
import io.smartcrm.proto.customer.v1.DeleteNoteResponse;
import io.smartcrm.proto.customer.v1.ListNotesRequest;
import io.smartcrm.proto.customer.v1.ListNotesResponse;
import io.smartcrm.proto.customer.v1.Note;
import io.smartcrm.proto.customer.v1.NoteServiceGrpc.NoteServiceImplBase;

/** One note on every customer. */
final class FakeNotes extends NoteServiceImplBase {
    @Override
    public void createNote(CreateNoteRequest request, StreamObserver<CreateNoteResponse> answer) {
        Ids.complete(
                answer,
                CreateNoteResponse.newBuilder()
                        .setNote(note(request.getCustomerId()).setText(request.getText()))
                        .build());
    }

    @Override
    public void listNotes(ListNotesRequest request, StreamObserver<ListNotesResponse> answer) {
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> ListNotesResponse.newBuilder()
                        .addNotes(note(request.getCustomerId()))
                        .build());
    }

    @Override
    public void deleteNote(DeleteNoteRequest request, StreamObserver<DeleteNoteResponse> answer) {
        Ids.answer("note", request.getId(), answer, DeleteNoteResponse::getDefaultInstance);
    }

    private static Note.Builder note(String customer) {
        return Note.newBuilder()
                .setId(Ids.KNOWN)
                .setCustomerId(customer)
                .setAuthor("ann")
                .setText("Call in the morning");
    }
}
