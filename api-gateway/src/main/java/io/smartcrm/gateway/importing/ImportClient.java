package io.smartcrm.gateway.importing;

import com.google.protobuf.UnsafeByteOperations;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.importing.ImportView.ResultView;
import io.smartcrm.proto.customer.v1.CancelImportRequest;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsRequest;
import io.smartcrm.proto.customer.v1.GetImportRequest;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportEntity;
import io.smartcrm.proto.customer.v1.ImportServiceGrpc;
import io.smartcrm.proto.customer.v1.InspectFileRequest;
import io.smartcrm.proto.customer.v1.ListImportsRequest;
import io.smartcrm.proto.customer.v1.RevertImportRequest;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.WatchImportRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings files to customer-service and asks how they fare. */
@ApplicationScoped
class ImportClient {
    private final Calls calls;

    ImportClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ImportView> upload(ImportForm form, String requestId) {
        var header = UploadHeader.newBuilder()
                .setFileName(form.fileName())
                .setTemplate(form.template())
                .setEntity(entity(form.entity()))
                .setDryRun(form.dryRun())
                .setRequestId(requestId);
        form.mapping().map(ImportClient::message).ifPresent(header::setMapping);
        return calls.upload(
                        Service.CUSTOMER,
                        ImportServiceGrpc.getUploadImportMethod(),
                        UploadImportRequest.newBuilder().setHeader(header).build(),
                        form.file(),
                        ImportClient::piece)
                .map(response -> view(response.getImport()));
    }

    Uni<ImportView> get(String id) {
        var request = GetImportRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, ImportServiceGrpc.getGetImportMethod(), request)
                .map(response -> view(response.getImport()));
    }

    Uni<Page<ImportView>> list(int pageSize, String pageToken) {
        var request = ListImportsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, ImportServiceGrpc.getListImportsMethod(), request)
                .map(response -> Page.of(response.getImportsList(), ImportClient::view, response.getNextPageToken()));
    }

    Multi<ImportView> watch(String id) {
        var request = WatchImportRequest.newBuilder().setId(id).build();
        return calls.watch(Service.CUSTOMER, ImportServiceGrpc.getWatchImportMethod(), request)
                .map(response -> view(response.getImport()));
    }

    /** @param content the file or its beginning */
    Uni<InspectionView> inspect(ImportForm form, byte[] content, boolean complete) {
        var request = InspectFileRequest.newBuilder()
                .setFileName(form.fileName())
                .setContent(UnsafeByteOperations.unsafeWrap(content))
                .setComplete(complete)
                .setEntity(entity(form.entity()))
                .build();
        return calls.read(Service.CUSTOMER, ImportServiceGrpc.getInspectFileMethod(), request)
                .map(response -> new InspectionView(
                        response.getFormat(),
                        response.getPacked(),
                        response.getEncoding(),
                        Messages.text(response.getDelimiter()),
                        response.getColumnsList(),
                        response.getRowsList().stream()
                                .map(row -> List.copyOf(row.getCellsList()))
                                .toList(),
                        Messages.name(response.getEntity()),
                        view(response.getMapping()),
                        response.getMissingFieldsList()));
    }

    Uni<ImportView> revert(String id, String requestId) {
        var request = RevertImportRequest.newBuilder()
                .setId(id)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ImportServiceGrpc.getRevertImportMethod(), request)
                .map(response -> view(response.getImport()));
    }

    /** @throws Failure INVALID when the name is not one of the API document */
    static ImportEntity entity(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return ImportEntity.IMPORT_ENTITY_UNSPECIFIED;
        }
        return Arrays.stream(ImportEntity.values())
                .filter(entity -> entity != ImportEntity.IMPORT_ENTITY_UNSPECIFIED)
                .filter(entity -> entity != ImportEntity.UNRECOGNIZED)
                .filter(entity -> Messages.name(entity).equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(
                        "entity",
                        "'" + name + "' is not one of ORDERS, CUSTOMERS, PRODUCTS, CASES, CONSENTS, INTERACTIONS"));
    }

    Uni<ImportView> cancel(String id, String requestId) {
        var request = CancelImportRequest.newBuilder()
                .setId(id)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ImportServiceGrpc.getCancelImportMethod(), request)
                .map(response -> view(response.getImport()));
    }

    Multi<byte[]> rejectedRows(String id) {
        var request = DownloadRejectedRowsRequest.newBuilder().setId(id).build();
        return calls.download(Service.CUSTOMER, ImportServiceGrpc.getDownloadRejectedRowsMethod(), request)
                .map(response -> response.getContent().toByteArray());
    }

    /** The bytes are not written again after this, so they need no copy. */
    private static UploadImportRequest piece(byte[] bytes) {
        return UploadImportRequest.newBuilder()
                .setContent(UnsafeByteOperations.unsafeWrap(bytes))
                .build();
    }

    static io.smartcrm.proto.customer.v1.ImportMapping message(ImportMapping mapping) {
        var message = io.smartcrm.proto.customer.v1.ImportMapping.newBuilder();
        given(mapping.defaultCurrency(), message::setDefaultCurrency);
        given(mapping.creditNotePrefix(), message::setCreditNotePrefix);
        given(mapping.timeZone(), message::setTimeZone);
        given(mapping.encoding(), message::setEncoding);
        given(mapping.delimiter(), message::setDelimiter);
        given(mapping.customerNamespace(), message::setCustomerNamespace);
        return message.putAllColumns(mapping.columns()).build();
    }

    private static void given(@Nullable String value, Consumer<String> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static ImportView view(Import job) {
        return new ImportView(
                job.getId(),
                job.getFileName(),
                Messages.name(job.getState()),
                Messages.name(job.getEntity()),
                job.getDryRun(),
                view(job.getMapping()),
                job.getTotalBytes(),
                job.getReadBytes(),
                job.getReadRows(),
                job.getAcceptedRows(),
                job.getRejectedRows(),
                new ResultView(
                        job.getResult().getCustomers(),
                        job.getResult().getProducts(),
                        job.getResult().getSales(),
                        job.getResult().getRefunds(),
                        job.getResult().getAdjustments(),
                        job.getResult().getLines(),
                        job.getResult().getCases(),
                        job.getResult().getConsents(),
                        job.getResult().getInteractions()),
                job.getRevertedRecords(),
                job.getKeptRecords(),
                Messages.time(job.hasCreateTime(), job.getCreateTime()),
                Messages.time(job.hasStartTime(), job.getStartTime()),
                Messages.time(job.hasEndTime(), job.getEndTime()),
                Messages.text(job.getFailure()),
                Messages.text(job.getEncoding()),
                Messages.text(job.getDelimiter()));
    }

    static ImportMapping view(io.smartcrm.proto.customer.v1.ImportMapping mapping) {
        return new ImportMapping(
                mapping.getColumnsMap(),
                Messages.text(mapping.getDefaultCurrency()),
                Messages.text(mapping.getCreditNotePrefix()),
                Messages.text(mapping.getTimeZone()),
                Messages.text(mapping.getEncoding()),
                Messages.text(mapping.getDelimiter()),
                Messages.text(mapping.getCustomerNamespace()));
    }
}
