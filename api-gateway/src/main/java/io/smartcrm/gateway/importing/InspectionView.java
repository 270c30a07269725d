package io.smartcrm.gateway.importing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a file seems to be. */
@Schema(name = "FileInspection")
public record InspectionView(
        @Schema(description = "csv or ndjson", examples = "csv")
        String format,

        @Schema(description = "By gzip") boolean packed,

        @Schema(examples = "UTF-8") String encoding,
        @Nullable String delimiter,

        @Schema(description = "Names in the header, or paths of values")
        List<String> columns,

        @Schema(description = "The first few, in the order of the columns")
        List<List<String>> rows,

        @Schema(description = "What its rows seem to be", examples = "ORDERS")
        String entity,

        @Schema(description = "Columns that seem to be fields; to be looked at before it is used")
        ImportMapping mapping,

        @Schema(description = "Fields that are needed and no column seems to hold")
        List<String> missingFields) {
    public InspectionView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        missingFields = List.copyOf(missingFields);
    }
}
