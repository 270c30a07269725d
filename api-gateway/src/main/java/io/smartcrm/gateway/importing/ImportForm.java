package io.smartcrm.gateway.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * What was uploaded: a mapping, sent as a field or as a file, and the file itself, which lies on disk until the request
 * ends.
 */
final class ImportForm {
    private static final int MAX_MAPPING_BYTES = 64 * 1024;

    private final ImportMapping mapping;
    private final String fileName;
    private final Path file;

    private ImportForm(ImportMapping mapping, String fileName, Path file) {
        this.mapping = mapping;
        this.fileName = fileName;
        this.file = file;
    }

    ImportMapping mapping() {
        return mapping;
    }

    String fileName() {
        return fileName;
    }

    Path file() {
        return file;
    }

    static ImportForm of(MultipartFormDataInput form) throws IOException {
        ImportMapping mapping = ImportMapping.parse(text(part(form, "mapping")));
        FormValue file = part(form, "file");
        if (!file.isFileItem()) {
            throw Failure.invalid("file", "must be sent as a file, as curl does with -F file=@orders.csv");
        }
        String name = file.getFileName();
        return new ImportForm(
                mapping, name == null ? "" : name, file.getFileItem().getFile());
    }

    private static FormValue part(MultipartFormDataInput form, String name) {
        Collection<FormValue> parts = form.getValues().getOrDefault(name, List.of());
        if (parts.size() != 1) {
            throw Failure.invalid(name, "must be sent once as a part of the form, not " + parts.size() + " times");
        }
        return parts.iterator().next();
    }

    private static String text(FormValue part) throws IOException {
        if (!part.isFileItem()) {
            return part.getValue();
        }
        try (InputStream content = part.getFileItem().getInputStream()) {
            byte[] bytes = content.readNBytes(MAX_MAPPING_BYTES + 1);
            if (bytes.length > MAX_MAPPING_BYTES) {
                throw Failure.invalid("mapping", "is longer than " + MAX_MAPPING_BYTES + " bytes");
            }
            return new String(bytes, UTF_8);
        }
    }

    /** The form as the API document describes it. */
    @Schema(name = "ImportForm")
    record Shape(
            @Schema(required = true, description = "As a field or as a file; the columns alone will do", examples = """
                                    {"columns": {"orderNumber": "InvoiceNo", "orderTime": "InvoiceDate", \
                                    "customerId": "CustomerID", "country": "Country", "productCode": "StockCode", \
                                    "productName": "Description", "quantity": "Quantity", "unitPrice": "UnitPrice"}, \
                                    "defaultCurrency": "GBP", "creditNotePrefix": "C", "timeZone": "Europe/London"}""")
            ImportMapping mapping,

            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "CSV with a header line")
            String file) {}
}
