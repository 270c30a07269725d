package io.smartcrm.gateway.fakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CancelExportRequest;
import io.smartcrm.proto.customer.v1.CancelExportResponse;
import io.smartcrm.proto.customer.v1.CreateExportRequest;
import io.smartcrm.proto.customer.v1.CreateExportResponse;
import io.smartcrm.proto.customer.v1.DownloadExportRequest;
import io.smartcrm.proto.customer.v1.DownloadExportResponse;
import io.smartcrm.proto.customer.v1.Export;
import io.smartcrm.proto.customer.v1.ExportFormat;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.ExportServiceGrpc.ExportServiceImplBase;
import io.smartcrm.proto.customer.v1.ExportState;
import io.smartcrm.proto.customer.v1.GetExportRequest;
import io.smartcrm.proto.customer.v1.GetExportResponse;
import io.smartcrm.proto.customer.v1.ListExportsRequest;
import io.smartcrm.proto.customer.v1.ListExportsResponse;
import io.smartcrm.proto.customer.v1.WatchExportRequest;
import io.smartcrm.proto.customer.v1.WatchExportResponse;

/** One export of customers: two rows, told in two pieces. */
final class FakeExports extends ExportServiceImplBase {
    @Override
    public void createExport(CreateExportRequest request, StreamObserver<CreateExportResponse> answer) {
        Ids.complete(
                answer,
                CreateExportResponse.newBuilder()
                        .setExport(job(ExportState.EXPORT_STATE_WAITING).toBuilder()
                                .setList(request.getList())
                                .setFormat(request.getFormat())
                                .setGzip(request.getGzip())
                                .setFilter(request.getFilter())
                                .setFailure(request.getRequestId()))
                        .build());
    }

    @Override
    public void getExport(GetExportRequest request, StreamObserver<GetExportResponse> answer) {
        Ids.answer(
                "export",
                request.getId(),
                answer,
                () -> GetExportResponse.newBuilder()
                        .setExport(job(ExportState.EXPORT_STATE_SUCCEEDED))
                        .build());
    }

    @Override
    public void listExports(ListExportsRequest request, StreamObserver<ListExportsResponse> answer) {
        Ids.complete(
                answer,
                ListExportsResponse.newBuilder()
                        .addExports(job(ExportState.EXPORT_STATE_SUCCEEDED))
                        .build());
    }

    @Override
    public void watchExport(WatchExportRequest request, StreamObserver<WatchExportResponse> answer) {
        answer.onNext(WatchExportResponse.newBuilder()
                .setExport(job(ExportState.EXPORT_STATE_RUNNING))
                .build());
        answer.onNext(WatchExportResponse.newBuilder()
                .setExport(job(ExportState.EXPORT_STATE_SUCCEEDED))
                .build());
        answer.onCompleted();
    }

    @Override
    public void cancelExport(CancelExportRequest request, StreamObserver<CancelExportResponse> answer) {
        Ids.answer(
                "export",
                request.getId(),
                answer,
                () -> CancelExportResponse.newBuilder()
                        .setExport(job(ExportState.EXPORT_STATE_CANCELLED))
                        .build());
    }

    @Override
    public void downloadExport(DownloadExportRequest request, StreamObserver<DownloadExportResponse> answer) {
        answer.onNext(piece("id,name\r\n"));
        answer.onNext(piece("1,Ada\r\n"));
        answer.onCompleted();
    }

    private static DownloadExportResponse piece(String text) {
        return DownloadExportResponse.newBuilder()
                .setContent(ByteString.copyFrom(text, UTF_8))
                .build();
    }

    private static Export job(ExportState state) {
        return Export.newBuilder()
                .setId(Ids.KNOWN)
                .setList(ExportList.EXPORT_LIST_CUSTOMERS)
                .setFormat(ExportFormat.EXPORT_FORMAT_CSV)
                .setState(state)
                .setWrittenRows(1)
                .build();
    }
}
