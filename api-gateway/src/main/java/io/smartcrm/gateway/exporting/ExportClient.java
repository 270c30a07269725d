package io.smartcrm.gateway.exporting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.CancelExportRequest;
import io.smartcrm.proto.customer.v1.CreateExportRequest;
import io.smartcrm.proto.customer.v1.DownloadExportRequest;
import io.smartcrm.proto.customer.v1.Export;
import io.smartcrm.proto.customer.v1.ExportFormat;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.ExportServiceGrpc;
import io.smartcrm.proto.customer.v1.GetExportRequest;
import io.smartcrm.proto.customer.v1.ListExportsRequest;
import io.smartcrm.proto.customer.v1.WatchExportRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks customer-service for files of lists. */
@ApplicationScoped
class ExportClient {
    private final Calls calls;

    ExportClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ExportView> create(ExportWish wish, String requestId) {
        var request = CreateExportRequest.newBuilder()
                .setList(named("list", wish.list(), ExportList.values()))
                .setFormat(
                        wish.format() == null
                                ? ExportFormat.EXPORT_FORMAT_CSV
                                : named("format", wish.format(), ExportFormat.values()))
                .setGzip(Boolean.TRUE.equals(wish.gzip()))
                .setFilter(wish.filter() == null ? "" : wish.filter())
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ExportServiceGrpc.getCreateExportMethod(), request)
                .map(response -> view(response.getExport()));
    }

    Uni<ExportView> get(String id) {
        var request = GetExportRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, ExportServiceGrpc.getGetExportMethod(), request)
                .map(response -> view(response.getExport()));
    }

    Uni<Page<ExportView>> list(int pageSize, String pageToken) {
        var request = ListExportsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, ExportServiceGrpc.getListExportsMethod(), request)
                .map(response -> Page.of(response.getExportsList(), ExportClient::view, response.getNextPageToken()));
    }

    Multi<ExportView> watch(String id) {
        var request = WatchExportRequest.newBuilder().setId(id).build();
        return calls.watch(Service.CUSTOMER, ExportServiceGrpc.getWatchExportMethod(), request)
                .map(response -> view(response.getExport()));
    }

    Uni<ExportView> cancel(String id, String requestId) {
        var request = CancelExportRequest.newBuilder()
                .setId(id)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ExportServiceGrpc.getCancelExportMethod(), request)
                .map(response -> view(response.getExport()));
    }

    Multi<byte[]> file(String id) {
        var request = DownloadExportRequest.newBuilder().setId(id).build();
        return calls.download(Service.CUSTOMER, ExportServiceGrpc.getDownloadExportMethod(), request)
                .map(response -> response.getContent().toByteArray());
    }

    private static <E extends Enum<E>> E named(String field, @Nullable String name, E[] constants) {
        List<E> known = Arrays.stream(constants)
                .filter(constant -> !constant.name().endsWith("_UNSPECIFIED")
                        && !constant.name().equals("UNRECOGNIZED"))
                .toList();
        return known.stream()
                .filter(constant -> name != null && Messages.name(constant).equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(
                        field,
                        (name == null ? "is missing" : "'" + name + "' is not known") + "; there are: "
                                + known.stream().map(Messages::name).toList()));
    }

    private static ExportView view(Export job) {
        return new ExportView(
                job.getId(),
                Messages.name(job.getList()),
                Messages.name(job.getFormat()),
                job.getGzip(),
                Messages.text(job.getFilter()),
                Messages.name(job.getState()),
                job.getWrittenRows(),
                job.getTotalBytes(),
                Messages.time(job.hasCreateTime(), job.getCreateTime()),
                Messages.time(job.hasStartTime(), job.getStartTime()),
                Messages.time(job.hasEndTime(), job.getEndTime()),
                Messages.time(job.hasExpireTime(), job.getExpireTime()),
                Messages.text(job.getFailure()));
    }
}
