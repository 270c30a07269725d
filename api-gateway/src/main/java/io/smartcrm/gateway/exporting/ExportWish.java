package io.smartcrm.gateway.exporting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which list is to become what file. */
@Schema(
        examples =
                "{\"list\": \"CUSTOMERS\", \"format\": \"CSV\", \"gzip\": true, \"filter\": \"country = \\\"GB\\\"\"}")
public record ExportWish(
        @Schema(
                description = "CUSTOMERS, ORDERS, PRODUCTS, CASES, CONSENTS, INTERACTIONS or SEGMENT_MEMBERS",
                required = true)
        @Nullable
        String list,

        @Schema(description = "CSV or NDJSON; CSV when absent") @Nullable
        String format,

        @Nullable Boolean gzip,

        @Schema(description = "As the list takes it; of segment members the id of the segment") @Nullable
        String filter) {}
