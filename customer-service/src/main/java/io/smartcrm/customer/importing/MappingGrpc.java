package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.proto.customer.v1.ImportMapping;
import io.smartcrm.proto.customer.v1.InspectFileResponse;
import io.smartcrm.proto.customer.v1.SampleRow;
import io.smartcrm.wire.Failure;
import java.util.Optional;

/** What imports and templates say alike: mappings and what files are. */
final class MappingGrpc {
    private static final String PREFIX = "IMPORT_ENTITY_";

    private MappingGrpc() {}

    static ColumnMapping mapping(io.smartcrm.proto.customer.v1.ImportEntity entity, ImportMapping mapping) {
        var shape = entity(entity).shape();
        return new ColumnMapping(
                shape,
                ColumnMapping.columnsByLabel(shape, mapping.getColumnsMap()),
                mapping.getDefaultCurrency(),
                mapping.getCreditNotePrefix(),
                mapping.getTimeZone(),
                mapping.getEncoding(),
                mapping.getDelimiter(),
                mapping.getCustomerNamespace());
    }

    static ImportMapping message(ColumnMapping mapping) {
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

    /** Unspecified means orders. */
    static ImportEntity entity(io.smartcrm.proto.customer.v1.ImportEntity entity) {
        return entityOrNone(entity).orElse(ImportEntity.ORDERS);
    }

    static Optional<ImportEntity> entityOrNone(io.smartcrm.proto.customer.v1.ImportEntity entity) {
        return switch (entity) {
            case IMPORT_ENTITY_UNSPECIFIED -> Optional.empty();
            case UNRECOGNIZED -> throw Failure.invalid("entity", "is not known to this version");
            case IMPORT_ENTITY_ORDERS,
                    IMPORT_ENTITY_CUSTOMERS,
                    IMPORT_ENTITY_PRODUCTS,
                    IMPORT_ENTITY_CASES,
                    IMPORT_ENTITY_CONSENTS,
                    IMPORT_ENTITY_INTERACTIONS ->
                Optional.of(ImportEntity.named(entity.name().substring(PREFIX.length())));
        };
    }

    static io.smartcrm.proto.customer.v1.ImportEntity message(ImportEntity entity) {
        return io.smartcrm.proto.customer.v1.ImportEntity.valueOf(PREFIX + entity.name());
    }

    static InspectFileResponse message(Inspections.Inspection inspection) {
        var file = inspection.file();
        var mapping = ImportMapping.newBuilder()
                .setEncoding(file.encoding())
                .setDelimiter(file.delimiter())
                .putAllColumns(inspection.columns());
        var message = InspectFileResponse.newBuilder()
                .setFormat(file.json() ? "ndjson" : "csv")
                .setPacked(file.packed())
                .setEncoding(file.encoding())
                .setDelimiter(file.delimiter())
                .addAllColumns(file.columns())
                .setEntity(message(inspection.entity()))
                .setMapping(mapping)
                .addAllMissingFields(inspection.missing());
        file.rows().forEach(row -> message.addRows(SampleRow.newBuilder().addAllCells(row)));
        return message.build();
    }
}
