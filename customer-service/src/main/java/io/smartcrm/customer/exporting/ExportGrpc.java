package io.smartcrm.customer.exporting;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.CancelExportRequest;
import io.smartcrm.proto.customer.v1.CancelExportResponse;
import io.smartcrm.proto.customer.v1.CreateExportRequest;
import io.smartcrm.proto.customer.v1.CreateExportResponse;
import io.smartcrm.proto.customer.v1.DownloadExportRequest;
import io.smartcrm.proto.customer.v1.DownloadExportResponse;
import io.smartcrm.proto.customer.v1.ExportFormat;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.ExportService;
import io.smartcrm.proto.customer.v1.ExportState;
import io.smartcrm.proto.customer.v1.GetExportRequest;
import io.smartcrm.proto.customer.v1.GetExportResponse;
import io.smartcrm.proto.customer.v1.ListExportsRequest;
import io.smartcrm.proto.customer.v1.ListExportsResponse;
import io.smartcrm.proto.customer.v1.WatchExportRequest;
import io.smartcrm.proto.customer.v1.WatchExportResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Exports over gRPC. Everything that reads or writes runs on worker threads. */
@GrpcService
class ExportGrpc implements ExportService {
    private static final String LIST = "EXPORT_LIST_";
    private static final String QUERY = "exports";
    private static final int PIECE_BYTES = 256 * 1024;

    private final Exports exports;
    private final ExportConfig config;
    private final Database database;
    private final CustomerScope scope;
    private final SecurityIdentity caller;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    ExportGrpc(Exports exports, ExportConfig config, Database database, CustomerScope scope, SecurityIdentity caller) {
        this.exports = exports;
        this.config = config;
        this.database = database;
        this.scope = scope;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<CreateExportResponse> createExport(CreateExportRequest request) {
        var wish = new Exports.Wish(
                principal(),
                request.getRequestId(),
                caller.getRoles(),
                scope.visible().names(),
                list(request.getList()),
                format(request.getFormat()),
                request.getGzip(),
                request.getFilter());
        var created = database.once(
                wish.principal(),
                request.getRequestId(),
                request,
                CreateExportResponse.parser(),
                connection -> CreateExportResponse.newBuilder()
                        .setExport(nameOf(exports.create(connection, wish)))
                        .build());
        return Uni.createFrom()
                .item(CreateExportResponse.newBuilder()
                        .setExport(message(exports.created(
                                wish.principal(), created.getExport().getId())))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetExportResponse> getExport(GetExportRequest request) {
        return Uni.createFrom()
                .item(GetExportResponse.newBuilder()
                        .setExport(message(exports.get(principal(), request.getId())))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListExportsResponse> listExports(ListExportsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), QUERY));
        List<Export> found = exports.list(principal(), after, size);
        var response = ListExportsResponse.newBuilder();
        found.stream().limit(size).map(ExportGrpc::message).forEach(response::addExports);
        if (found.size() > size) {
            Export last = found.get(size - 1);
            response.setNextPageToken(new TimePosition(last.createTime(), last.id()).encode(QUERY));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Multi<WatchExportResponse> watchExport(WatchExportRequest request) {
        String principal = principal();
        var ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(config.watchInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> onWorker(() -> exports.get(principal, request.getId())))
                .select()
                .first(job -> !ended.getAndSet(job.state().ended()))
                .skip()
                .repetitions()
                .map(job ->
                        WatchExportResponse.newBuilder().setExport(message(job)).build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<CancelExportResponse> cancelExport(CancelExportRequest request) {
        String principal = principal();
        var done =
                database.once(principal, request.getRequestId(), request, CancelExportResponse.parser(), connection -> {
                    exports.cancel(connection, principal, request.getId());
                    return CancelExportResponse.getDefaultInstance();
                });
        return Uni.createFrom()
                .item(done.toBuilder()
                        .setExport(message(exports.cancelled(principal, request.getId())))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Multi<DownloadExportResponse> downloadExport(DownloadExportRequest request) {
        String principal = principal();
        return onWorker(() -> open(principal, request.getId()))
                .onItem()
                .transformToMulti(content -> Multi.createBy()
                        .repeating()
                        .uni(() -> onWorker(() -> piece(content)))
                        .whilst(piece -> !piece.getContent().isEmpty())
                        .select()
                        .where(piece -> !piece.getContent().isEmpty())
                        .onTermination()
                        .call(() -> onWorker(() -> close(content))));
    }

    private InputStream open(String principal, String id) {
        try {
            return Files.newInputStream(exports.file(principal, id));
        } catch (IOException gone) {
            var failure = new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "EXPORT_NOT_READY",
                    "the file of export '" + id + "' is gone; export again");
            failure.initCause(gone);
            throw failure;
        }
    }

    private static DownloadExportResponse piece(InputStream content) {
        try {
            return DownloadExportResponse.newBuilder()
                    .setContent(ByteString.copyFrom(content.readNBytes(PIECE_BYTES)))
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException("an export cannot be read", broken);
        }
    }

    private static boolean close(InputStream content) {
        try {
            content.close();
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException("an export cannot be closed", broken);
        }
    }

    private String principal() {
        return caller.getPrincipal().getName();
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(workers);
    }

    private static String list(ExportList list) {
        if (list == ExportList.EXPORT_LIST_UNSPECIFIED || list == ExportList.UNRECOGNIZED) {
            throw Failure.invalid("list", "is missing or not known; name the list to export");
        }
        return list.name().substring(LIST.length()).toLowerCase(Locale.ROOT);
    }

    private static Export.Format format(ExportFormat format) {
        return switch (format) {
            case EXPORT_FORMAT_UNSPECIFIED, EXPORT_FORMAT_CSV -> Export.Format.CSV;
            case EXPORT_FORMAT_NDJSON -> Export.Format.NDJSON;
            case UNRECOGNIZED -> throw Failure.invalid("format", "is not known; there are CSV and NDJSON");
        };
    }

    /** All that is remembered of the answer: the filter may name a person. */
    private static io.smartcrm.proto.customer.v1.Export nameOf(Export job) {
        return io.smartcrm.proto.customer.v1.Export.newBuilder()
                .setId(job.id().toString())
                .build();
    }

    private static io.smartcrm.proto.customer.v1.Export message(Export job) {
        var message = io.smartcrm.proto.customer.v1.Export.newBuilder()
                .setId(job.id().toString())
                .setList(ExportList.valueOf(LIST + job.list().toUpperCase(Locale.ROOT)))
                .setFormat(
                        job.format() == Export.Format.CSV
                                ? ExportFormat.EXPORT_FORMAT_CSV
                                : ExportFormat.EXPORT_FORMAT_NDJSON)
                .setGzip(job.gzip())
                .setFilter(job.filter())
                .setState(ExportState.valueOf("EXPORT_STATE_" + job.state().name()))
                .setWrittenRows(job.writtenRows())
                .setTotalBytes(job.totalBytes())
                .setCreateTime(timestamp(job.createTime()))
                .setFailure(job.failure());
        job.startTime().map(ExportGrpc::timestamp).ifPresent(message::setStartTime);
        job.endTime().map(ExportGrpc::timestamp).ifPresent(message::setEndTime);
        job.expireTime().map(ExportGrpc::timestamp).ifPresent(message::setExpireTime);
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
