package io.smartcrm.gateway.fakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CancelImportRequest;
import io.smartcrm.proto.customer.v1.CancelImportResponse;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsRequest;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsResponse;
import io.smartcrm.proto.customer.v1.GetImportRequest;
import io.smartcrm.proto.customer.v1.GetImportResponse;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportServiceGrpc.ImportServiceImplBase;
import io.smartcrm.proto.customer.v1.ImportState;
import io.smartcrm.proto.customer.v1.InspectFileRequest;
import io.smartcrm.proto.customer.v1.InspectFileResponse;
import io.smartcrm.proto.customer.v1.ListImportsRequest;
import io.smartcrm.proto.customer.v1.ListImportsResponse;
import io.smartcrm.proto.customer.v1.RevertImportRequest;
import io.smartcrm.proto.customer.v1.RevertImportResponse;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.UploadImportResponse;
import io.smartcrm.proto.customer.v1.WatchImportRequest;
import io.smartcrm.proto.customer.v1.WatchImportResponse;
import io.smartcrm.wire.Failure;
import java.util.stream.IntStream;

/** Takes any file and tells its length, its checksum and its largest piece; three steps of one job. */
final class FakeImports extends ImportServiceImplBase {
    @Override
    public StreamObserver<UploadImportRequest> uploadImport(StreamObserver<UploadImportResponse> answer) {
        return new ReceivedFile(answer);
    }

    @Override
    public void getImport(GetImportRequest request, StreamObserver<GetImportResponse> answer) {
        Ids.answer(
                "import",
                request.getId(),
                answer,
                () -> GetImportResponse.newBuilder()
                        .setImport(job(ImportState.IMPORT_STATE_RUNNING, 1))
                        .build());
    }

    @Override
    public void listImports(ListImportsRequest request, StreamObserver<ListImportsResponse> answer) {
        Ids.complete(
                answer,
                ListImportsResponse.newBuilder()
                        .addImports(job(ImportState.IMPORT_STATE_SUCCEEDED, 2))
                        .build());
    }

    @Override
    public void watchImport(WatchImportRequest request, StreamObserver<WatchImportResponse> answer) {
        if (request.getId().equals(Ids.UNKNOWN)) {
            answer.onError(Failure.notFound("import", request.getId()).toStatus());
            return;
        }
        answer.onNext(step(ImportState.IMPORT_STATE_WAITING, 0));
        answer.onNext(step(ImportState.IMPORT_STATE_RUNNING, 1));
        answer.onNext(step(ImportState.IMPORT_STATE_SUCCEEDED, 2));
        answer.onCompleted();
    }

    @Override
    public void cancelImport(CancelImportRequest request, StreamObserver<CancelImportResponse> answer) {
        Ids.answer(
                "import",
                request.getId(),
                answer,
                () -> CancelImportResponse.newBuilder()
                        .setImport(job(ImportState.IMPORT_STATE_CANCELLED, 1))
                        .build());
    }

    @Override
    public void revertImport(RevertImportRequest request, StreamObserver<RevertImportResponse> answer) {
        Ids.answer(
                "import",
                request.getId(),
                answer,
                () -> RevertImportResponse.newBuilder()
                        .setImport(job(ImportState.IMPORT_STATE_REVERTING, 2))
                        .build());
    }

    /** Tells as columns how many bytes came and whether they were all. */
    @Override
    public void inspectFile(InspectFileRequest request, StreamObserver<InspectFileResponse> answer) {
        Ids.complete(
                answer,
                InspectFileResponse.newBuilder()
                        .setFormat("csv")
                        .setEntity(request.getEntity())
                        .addColumns(Integer.toString(request.getContent().size()))
                        .addColumns(Boolean.toString(request.getComplete()))
                        .build());
    }

    @Override
    public void downloadRejectedRows(
            DownloadRejectedRowsRequest request, StreamObserver<DownloadRejectedRowsResponse> answer) {
        if (request.getId().equals(Ids.UNKNOWN)) {
            answer.onError(Failure.notFound("import", request.getId()).toStatus());
            return;
        }
        answer.onNext(rows("line,column,value,reason\r\n"));
        IntStream.rangeClosed(2, 2_000).forEach(line -> answer.onNext(rows(line + ",Quantity,abc,not a number\r\n")));
        answer.onCompleted();
    }

    private static DownloadRejectedRowsResponse rows(String text) {
        return DownloadRejectedRowsResponse.newBuilder()
                .setContent(ByteString.copyFrom(text, UTF_8))
                .build();
    }

    private static WatchImportResponse step(ImportState state, long rows) {
        return WatchImportResponse.newBuilder().setImport(job(state, rows)).build();
    }

    private static Import job(ImportState state, long rows) {
        return Import.newBuilder()
                .setId(Ids.KNOWN)
                .setFileName("orders.csv")
                .setState(state)
                .setReadRows(rows)
                .build();
    }
}
