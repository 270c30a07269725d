package io.smartcrm.customer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.smartcrm.customer.orderfile.OrderFiles;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.proto.customer.v1.CancelImportRequest;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsRequest;
import io.smartcrm.proto.customer.v1.GetImportRequest;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportMapping;
import io.smartcrm.proto.customer.v1.ImportServiceGrpc;
import io.smartcrm.proto.customer.v1.ImportState;
import io.smartcrm.proto.customer.v1.RevertImportRequest;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.UploadImportResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Imports as a client over the wire asks for them. */
final class ImportCalls {
    private static final int PIECE = 50_000;

    private final Channel channel;

    ImportCalls(Channel channel) {
        this.channel = channel;
    }

    static UploadHeader header(String requestId) {
        return UploadHeader.newBuilder()
                .setFileName("orders.csv")
                .setRequestId(requestId)
                .setMapping(mapping())
                .build();
    }

    static ImportMapping mapping() {
        ColumnMapping mapping = OrderFiles.mapping();
        var message = ImportMapping.newBuilder()
                .setDefaultCurrency(mapping.defaultCurrency())
                .setCreditNotePrefix(mapping.creditNotePrefix())
                .setTimeZone(mapping.timeZone());
        mapping.columns().forEach((field, column) -> message.putColumns(field.label(), column));
        return message.build();
    }

    static UploadImportRequest part(UploadHeader header) {
        return UploadImportRequest.newBuilder().setHeader(header).build();
    }

    static UploadImportRequest part(byte[] content) {
        return UploadImportRequest.newBuilder()
                .setContent(ByteString.copyFrom(content))
                .build();
    }

    Import upload(String csv) {
        return upload("", csv);
    }

    Import upload(String requestId, String csv) {
        List<UploadImportRequest> parts = new ArrayList<>();
        parts.add(part(header(requestId)));
        byte[] content = csv.getBytes(UTF_8);
        for (int start = 0; start < content.length; start += PIECE) {
            parts.add(part(java.util.Arrays.copyOfRange(content, start, Math.min(content.length, start + PIECE))));
        }
        return send(parts);
    }

    /** A file as the header says it is. */
    Import upload(UploadHeader header, byte[] content) {
        return send(List.of(part(header), part(content)));
    }

    static UploadHeader header(
            io.smartcrm.proto.customer.v1.ImportEntity entity, java.util.Map<String, String> columns) {
        return UploadHeader.newBuilder()
                .setFileName("records")
                .setEntity(entity)
                .setMapping(ImportMapping.newBuilder().putAllColumns(columns).setDefaultCurrency("EUR"))
                .build();
    }

    Import revert(String id) {
        return awaitEnd(
                stub().revertImport(RevertImportRequest.newBuilder().setId(id).build())
                        .getImport());
    }

    /** Sends the parts one after the other. */
    Import send(List<UploadImportRequest> parts) {
        var answer = new CompletableFuture<UploadImportResponse>();
        StreamObserver<UploadImportRequest> requests =
                ImportServiceGrpc.newStub(channel).uploadImport(new Answer<>(answer));
        parts.forEach(requests::onNext);
        requests.onCompleted();
        try {
            return answer.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                    .join()
                    .getImport();
        } catch (CompletionException failed) {
            throw Status.fromThrowable(failed.getCause())
                    .asRuntimeException(Status.trailersFromThrowable(failed.getCause()));
        }
    }

    /** Sends the parts and then goes away. */
    void sendAndBreakOff(List<UploadImportRequest> parts) {
        StreamObserver<UploadImportRequest> requests =
                ImportServiceGrpc.newStub(channel).uploadImport(new Answer<>(new CompletableFuture<>()));
        parts.forEach(requests::onNext);
        requests.onError(Status.CANCELLED.asRuntimeException());
    }

    Import get(String id) {
        return stub().getImport(GetImportRequest.newBuilder().setId(id).build()).getImport();
    }

    Import cancel(String id) {
        return stub().cancelImport(CancelImportRequest.newBuilder().setId(id).build())
                .getImport();
    }

    String rejectedRows(String id) {
        var csv = new StringBuilder();
        stub().downloadRejectedRows(
                        DownloadRejectedRowsRequest.newBuilder().setId(id).build())
                .forEachRemaining(piece -> csv.append(piece.getContent().toStringUtf8()));
        return csv.toString();
    }

    Import awaitEnd(Import job) {
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> get(job.getId()),
                        now -> now.getState() != ImportState.IMPORT_STATE_WAITING
                                && now.getState() != ImportState.IMPORT_STATE_RUNNING
                                && now.getState() != ImportState.IMPORT_STATE_REVERTING);
    }

    Import uploadAndAwait(String csv) {
        return awaitEnd(upload(csv));
    }

    ImportServiceGrpc.ImportServiceBlockingStub stub() {
        return ImportServiceGrpc.newBlockingStub(channel);
    }

    private record Answer<T>(CompletableFuture<T> future) implements StreamObserver<T> {
        @Override
        public void onNext(T value) {
            future.complete(value);
        }

        @Override
        public void onError(Throwable failed) {
            future.completeExceptionally(failed);
        }

        @Override
        public void onCompleted() {}
    }
}
