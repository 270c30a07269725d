package io.smartcrm.customer.importing;

import static org.awaitility.Awaitility.await;

import io.grpc.Channel;
import io.smartcrm.proto.customer.v1.CreateExportRequest;
import io.smartcrm.proto.customer.v1.DownloadExportRequest;
import io.smartcrm.proto.customer.v1.Export;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.ExportServiceGrpc;
import io.smartcrm.proto.customer.v1.ExportState;
import io.smartcrm.proto.customer.v1.GetExportRequest;
import java.util.List;

/** A list as a file, as a client over the wire gets it. */
final class ExportedFile {
    private ExportedFile() {}

    static List<String> lines(Channel channel, ExportList list, String filter) {
        var exports = ExportServiceGrpc.newBlockingStub(channel);
        Export job = exports.createExport(CreateExportRequest.newBuilder()
                        .setList(list)
                        .setFilter(filter)
                        .build())
                .getExport();
        var get = GetExportRequest.newBuilder().setId(job.getId()).build();
        await().until(() -> exports.getExport(get).getExport().getState() == ExportState.EXPORT_STATE_SUCCEEDED);
        var text = new StringBuilder();
        exports.downloadExport(
                        DownloadExportRequest.newBuilder().setId(job.getId()).build())
                .forEachRemaining(piece -> text.append(piece.getContent().toStringUtf8()));
        return text.toString().lines().toList();
    }
}
