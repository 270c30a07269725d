package io.smartcrm.customer.importing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.grpc.RegisterInterceptor;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.CancelImportRequest;
import io.smartcrm.proto.customer.v1.CancelImportResponse;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsRequest;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsResponse;
import io.smartcrm.proto.customer.v1.GetImportRequest;
import io.smartcrm.proto.customer.v1.GetImportResponse;
import io.smartcrm.proto.customer.v1.ImportResult;
import io.smartcrm.proto.customer.v1.ImportService;
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
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Imports over gRPC. Everything that reads or writes runs on worker threads. */
@GrpcService
@RegisterInterceptor(UploadPace.class)
class ImportGrpc implements ImportService {
    private static final int REJECTED_ROWS_A_PIECE = 1_000;

    private final Imports imports;
    private final Templates templates;
    private final Inspections inspections;
    private final ImportConfig config;
    private final Database database;
    private final SecurityIdentity caller;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    ImportGrpc(
            Imports imports,
            Templates templates,
            Inspections inspections,
            ImportConfig config,
            Database database,
            SecurityIdentity caller) {
        this.imports = imports;
        this.templates = templates;
        this.inspections = inspections;
        this.config = config;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<UploadImportResponse> uploadImport(Multi<UploadImportRequest> parts) {
        var upload = new UploadGrpc(imports, templates, caller.getPrincipal().getName(), UploadPace.current());
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
        ImportId id = ImportId.parse(request.getId());
        once(request.getRequestId(), request, connection -> imports.cancel(connection, id));
        return Uni.createFrom()
                .item(CancelImportResponse.newBuilder()
                        .setImport(message(imports.cancelled(id)))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator"})
    public Uni<RevertImportResponse> revertImport(RevertImportRequest request) {
        ImportId id = ImportId.parse(request.getId());
        once(request.getRequestId(), request, connection -> imports.revert(connection, id));
        return Uni.createFrom()
                .item(RevertImportResponse.newBuilder()
                        .setImport(message(imports.reverting(id)))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator"})
    public Uni<InspectFileResponse> inspectFile(InspectFileRequest request) {
        var inspection = inspections.of(
                request.getContent().toByteArray(),
                request.getComplete(),
                MappingGrpc.entityOrNone(request.getEntity()));
        return Uni.createFrom().item(MappingGrpc.message(inspection));
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Multi<DownloadRejectedRowsResponse> downloadRejectedRows(DownloadRejectedRowsRequest request) {
        ImportId id = ImportId.parse(request.getId());
        var header = onWorker(() -> imports.get(id)).map(job -> piece(RejectedRowsCsv.HEADER));
        var pieces = Multi.createBy()
                .repeating()
                .uni(Place::new, after -> onWorker(() -> nextRows(id, after)))
                .whilst(rows -> rows.size() == REJECTED_ROWS_A_PIECE)
                .map(rows -> piece(RejectedRowsCsv.lines(rows)));
        return Multi.createBy().concatenating().streams(header.toMulti(), pieces);
    }

    /** After which row the next piece begins. */
    private static final class Place {
        private long line;
        private long place;
    }

    private List<RejectedRow> nextRows(ImportId id, Place after) {
        var rows = imports.rejectedRows(id, after.line, after.place, REJECTED_ROWS_A_PIECE);
        if (!rows.isEmpty()) {
            var last = rows.get(rows.size() - 1);
            after.line = last.row().line();
            after.place = last.place();
        }
        return rows.stream().map(RejectionTable.Placed::row).toList();
    }

    @FunctionalInterface
    private interface Command {
        void run(Connection connection) throws SQLException;
    }

    /** A repetition does nothing more; what is answered is how the import stands. */
    private void once(String requestId, Message request, Command command) {
        var done = Empty.getDefaultInstance();
        database.once(caller.getPrincipal().getName(), requestId, request, Empty.parser(), connection -> {
            command.run(connection);
            return done;
        });
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
                .setMapping(MappingGrpc.message(job.mapping()))
                .setEntity(MappingGrpc.message(job.entity()))
                .setDryRun(job.dryRun())
                .setRevertedRecords(job.reverted().records())
                .setKeptRecords(job.reverted().kept())
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

    private static ImportResult message(Import.Result result) {
        return ImportResult.newBuilder()
                .setCustomers(result.customers())
                .setProducts(result.products())
                .setSales(result.sales())
                .setRefunds(result.refunds())
                .setAdjustments(result.adjustments())
                .setLines(result.lines())
                .setCases(result.cases())
                .setConsents(result.consents())
                .setInteractions(result.interactions())
                .build();
    }

    private static io.smartcrm.proto.customer.v1.ImportState message(ImportState state) {
        return switch (state) {
            case WAITING -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_WAITING;
            case RUNNING -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_RUNNING;
            case SUCCEEDED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_SUCCEEDED;
            case FAILED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_FAILED;
            case CANCELLED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_CANCELLED;
            case REVERTING -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_REVERTING;
            case REVERTED -> io.smartcrm.proto.customer.v1.ImportState.IMPORT_STATE_REVERTED;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
