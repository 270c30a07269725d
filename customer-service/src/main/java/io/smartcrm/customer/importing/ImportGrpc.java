package io.smartcrm.customer.importing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.grpc.RegisterInterceptor;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.orderfile.ColumnMapping;
import io.smartcrm.customer.orderfile.RejectedRow;
import io.smartcrm.proto.customer.v1.CancelImportRequest;
import io.smartcrm.proto.customer.v1.CancelImportResponse;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsRequest;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsResponse;
import io.smartcrm.proto.customer.v1.GetImportRequest;
import io.smartcrm.proto.customer.v1.GetImportResponse;
import io.smartcrm.proto.customer.v1.ImportMapping;
import io.smartcrm.proto.customer.v1.ImportResult;
import io.smartcrm.proto.customer.v1.ImportService;
import io.smartcrm.proto.customer.v1.ListImportsRequest;
import io.smartcrm.proto.customer.v1.ListImportsResponse;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.UploadImportResponse;
import io.smartcrm.proto.customer.v1.WatchImportRequest;
import io.smartcrm.proto.customer.v1.WatchImportResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Imports over gRPC. Everything that reads or writes runs on worker threads. */
@GrpcService
@RegisterInterceptor(UploadPace.class)
class ImportGrpc implements ImportService {
    private static final int REJECTED_ROWS_A_PIECE = 1_000;

    private final Imports imports;
    private final ImportConfig config;
    private final SecurityIdentity caller;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    ImportGrpc(Imports imports, ImportConfig config, SecurityIdentity caller) {
        this.imports = imports;
        this.config = config;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<UploadImportResponse> uploadImport(Multi<UploadImportRequest> parts) {
        var upload = new UploadGrpc(imports, caller.getPrincipal().getName(), UploadPace.current());
        return parts.ifNoItem()
                .after(config.uploadPatience())
                .failWith(this::stalled)
                .emitOn(workers)
                .invoke(upload::take)
                .collect()
                .last()
                .emitOn(workers)
                .map(last -> upload.complete())
                .map(job -> UploadImportResponse.newBuilder()
                        .setImport(message(job))
                        .build())
                .onTermination()
                .invoke((done, failed, cancelled) -> workers.execute(upload::close));
    }

    private Failure stalled() {
        return new Failure(
                Failure.Kind.TIMEOUT,
                "UPLOAD_STALLED",
                "nothing came for " + config.uploadPatience() + "; send it again");
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<GetImportResponse> getImport(GetImportRequest request) {
        Import job = imports.get(ImportId.parse(request.getId()));
        return Uni.createFrom()
                .item(GetImportResponse.newBuilder().setImport(message(job)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListImportsResponse> listImports(ListImportsRequest request) {
        String query = "imports";
        int size = PageToken.pageSize(request.getPageSize());
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), query));
        List<Import> found = imports.list(after, size);
        var response = ListImportsResponse.newBuilder();
        found.stream().limit(size).map(ImportGrpc::message).forEach(response::addImports);
        if (found.size() > size) {
            Import last = found.get(size - 1);
            response.setNextPageToken(
                    new TimePosition(last.createTime(), last.id().value()).encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Multi<WatchImportResponse> watchImport(WatchImportRequest request) {
        ImportId id = ImportId.parse(request.getId());
        var ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(config.watchInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> onWorker(() -> imports.get(id)))
                .select()
                .first(job -> !ended.getAndSet(job.state().ended()))
                .skip()
                .repetitions()
                .map(job ->
                        WatchImportResponse.newBuilder().setImport(message(job)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator"})
    public Uni<CancelImportResponse> cancelImport(CancelImportRequest request) {
        Import job = imports.cancel(ImportId.parse(request.getId()));
        return Uni.createFrom()
                .item(CancelImportResponse.newBuilder().setImport(message(job)).build());
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Multi<DownloadRejectedRowsResponse> downloadRejectedRows(DownloadRejectedRowsRequest request) {
        ImportId id = ImportId.parse(request.getId());
        var header = onWorker(() -> imports.get(id)).map(job -> piece(RejectedRowsCsv.HEADER));
        var pieces = Multi.createBy()
                .repeating()
                .uni(AtomicLong::new, after -> onWorker(() -> nextRows(id, after)))
                .whilst(rows -> rows.size() == REJECTED_ROWS_A_PIECE)
                .map(rows -> piece(RejectedRowsCsv.lines(rows)));
        return Multi.createBy().concatenating().streams(header.toMulti(), pieces);
    }

    private List<RejectedRow> nextRows(ImportId id, AtomicLong after) {
        List<RejectedRow> rows = imports.rejectedRows(id, after.get(), REJECTED_ROWS_A_PIECE);
        if (!rows.isEmpty()) {
            after.set(rows.get(rows.size() - 1).line());
        }
        return rows;
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(workers);
    }

    private static DownloadRejectedRowsResponse piece(String csv) {
        return DownloadRejectedRowsResponse.newBuilder()
                .setContent(ByteString.copyFromUtf8(csv))
                .build();
    }

    private static io.smartcrm.proto.customer.v1.Import message(Import job) {
        var message = io.smartcrm.proto.customer.v1.Import.newBuilder()
                .setId(job.id().toString())
                .setFileName(job.fileName())
                .setState(message(job.state()))
                .setMapping(message(job.mapping()))
                .setTotalBytes(job.totalBytes())
                .setReadBytes(job.progress().readBytes())
                .setReadRows(job.progress().readRows())
                .setAcceptedRows(job.progress().acceptedRows())
                .setRejectedRows(job.progress().rejectedRows())
                .setResult(message(job.result()))
                .setCreateTime(timestamp(job.createTime()))
                .setFailure(job.failure())
                .setEncoding(job.encoding())
                .setDelimiter(job.delimiter());
        job.startTime().map(ImportGrpc::timestamp).ifPresent(message::setStartTime);
        job.endTime().map(ImportGrpc::timestamp).ifPresent(message::setEndTime);
        return message.build();
    }

    private static ImportMapping message(ColumnMapping mapping) {
        var message = ImportMapping.newBuilder()
                .setDefaultCurrency(mapping.defaultCurrency())
                .setCreditNotePrefix(mapping.creditNotePrefix())
                .setTimeZone(mapping.timeZone())
                .setEncoding(mapping.encoding())
                .setDelimiter(mapping.delimiter())
                .setCustomerNamespace(mapping.customerNamespace());
        mapping.columns().forEach((field, column) -> message.putColumns(field.label(), column));
        return message.build();
    }

    private static ImportResult message(Import.Result result) {
        return ImportResult.newBuilder()
                .setCustomers(result.customers())
                .setProducts(result.products())
                .setSales(result.sales())
                .setRefunds(result.refunds())
                .setAdjustments(result.adjustments())
                .setLines(result.lines())
                .build();
    }

    private static io.smartcrm.proto.customer.v1.ImportState message(ImportState state) {
        return switch (state) {
            case WAITING -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_WAITING;
            case RUNNING -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_RUNNING;
            case SUCCEEDED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_SUCCEEDED;
            case FAILED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_FAILED;
            case CANCELLED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_CANCELLED;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
