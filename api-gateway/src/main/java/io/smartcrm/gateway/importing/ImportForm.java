package io.smartcrm.gateway.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * What was uploaded: a mapping, sent as a field or as a file, and the file itself, which lies on disk until the request
 * ends.
 */
final class ImportForm {
    private static final int MAX_TEXT_BYTES = 64 * 1024;

    private final Map<String, String> texts;
    private final String fileName;
    private final Path file;

    private ImportForm(Map<String, String> texts, String fileName, Path file) {
        this.texts = texts;
        this.fileName = fileName;
        this.file = file;
    }

    /** Empty when a template stands in for it. */
    Optional<ImportMapping> mapping() {
        return Optional.ofNullable(texts.get("mapping")).map(ImportMapping::parse);
    }

    String template() {
        return texts.getOrDefault("template", "");
    }

    /** Of the file's rows; empty when nobody said. */
    String entity() {
        return texts.getOrDefault("entity", "").strip();
    }

    boolean dryRun() {
        return Parameters.flag("dryRun", texts.get("dryRun"));
    }

    String fileName() {
        return fileName;
    }

    Path file() {
        return file;
    }

    /** A form with a mapping or the name of a template. */
    static ImportForm of(MultipartFormDataInput form) throws IOException {
        ImportForm read = withFile(form);
        if (read.texts.containsKey("mapping") == read.texts.containsKey("template")) {
            throw Failure.invalid("mapping", "must be sent once as a part of the form, or a template instead of it");
        }
        return read;
    }

    /** A form of which the file alone is needed. */
    static ImportForm withFile(MultipartFormDataInput form) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String name : List.of("mapping", "template", "entity", "dryRun")) {
            Collection<FormValue> parts = form.getValues().getOrDefault(name, List.of());
            if (parts.size() > 1) {
                throw Failure.invalid(name, "must be sent once as a part of the form, not " + parts.size() + " times");
            }
            for (FormValue part : parts) {
                texts.put(name, text(name, part));
            }
        }
        FormValue file = part(form, "file");
        if (!file.isFileItem()) {
            throw Failure.invalid("file", "must be sent as a file, as curl does with -F file=@orders.csv");
        }
        String name = file.getFileName();
        return new ImportForm(
                texts, name == null ? "" : name, file.getFileItem().getFile());
    }

    private static FormValue part(MultipartFormDataInput form, String name) {
        Collection<FormValue> parts = form.getValues().getOrDefault(name, List.of());
        if (parts.size() != 1) {
            throw Failure.invalid(name, "must be sent once as a part of the form, not " + parts.size() + " times");
        }
        return parts.iterator().next();
    }

    private static String text(String name, FormValue part) throws IOException {
        if (!part.isFileItem()) {
            return part.getValue();
        }
        try (InputStream content = part.getFileItem().getInputStream()) {
            byte[] bytes = content.readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw Failure.invalid(name, "is longer than " + MAX_TEXT_BYTES + " bytes");
            }
            return new String(bytes, UTF_8);
        }
    }

    /** The form as the API document describes it. */
    @Schema(name = "ImportForm")
    record Shape(
            @Schema(description = "As a field or as a file; the columns alone will do", examples = """
                                    {"columns": {"orderNumber": "InvoiceNo", "orderTime": "InvoiceDate", \
                                    "customerId": "CustomerID", "country": "Country", "productCode": "StockCode", \
                                    "productName": "Description", "quantity": "Quantity", "unitPrice": "UnitPrice"}, \
                                    "defaultCurrency": "GBP", "creditNotePrefix": "C", "timeZone": "Europe/London"}""")
            ImportMapping mapping,

            @Schema(description = "Name of a template instead of a mapping") @Nullable
            String template,

            @Schema(
                    description =
                            "ORDERS, CUSTOMERS, PRODUCTS, CASES, CONSENTS or INTERACTIONS; the template's or ORDERS when absent")
            @Nullable
            String entity,

            @Schema(description = "Only try: counts and a sample of problems, nothing is stored") @Nullable
            Boolean dryRun,

            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "CSV with a header line, or a JSON object a line; plain or packed by gzip")
            String file) {}

    /** The form of an inspection as the API document describes it. */
    @Schema(name = "InspectionForm")
    record InspectionShape(
            @Schema(description = "What its rows are; guessed when absent") @Nullable
            String entity,

            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "The file or its beginning; the first 2 MiB are looked at")
            String file) {}
}
