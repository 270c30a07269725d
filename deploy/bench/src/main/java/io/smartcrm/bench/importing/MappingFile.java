package io.smartcrm.bench.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smartcrm.bench.DataFile;
import io.smartcrm.bench.UsageException;
import io.smartcrm.customer.importing.LoneImport;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.wire.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the mapping of a file comes from: what the caller names, what lies beside the file, or a header we know. */
final class MappingFile {
    /** As the gateway takes it. */
    private static final String ONLINE_RETAIL = """
        {"columns": {"orderNumber": "InvoiceNo", "orderTime": "InvoiceDate", "customerId": "CustomerID",
          "country": "Country", "productCode": "StockCode", "productName": "Description", "quantity": "Quantity",
          "unitPrice": "UnitPrice"},
         "defaultCurrency": "GBP", "creditNotePrefix": "C", "timeZone": "Europe/London"}\
        """;

    private static final String ONLINE_RETAIL_START = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice";
    private static final String BESIDE = "orders-mapping.json";

    private MappingFile() {}

    static ColumnMapping find(Optional<Path> named, Path orders) throws IOException {
        if (named.isPresent()) {
            return parse(Files.readString(named.get(), UTF_8));
        }
        Path beside = orders.toAbsolutePath().resolveSibling(BESIDE);
        if (Files.isReadable(beside)) {
            return parse(Files.readString(beside, UTF_8));
        }
        try (BufferedReader text = DataFile.open(orders)) {
            String header = text.readLine();
            if (header != null && header.startsWith(ONLINE_RETAIL_START)) {
                return parse(ONLINE_RETAIL);
            }
        }
        throw new UsageException("which column is what in " + orders + "? Name a file with --mapping, such as "
                + "{\"columns\": {\"orderNumber\": \"Invoice\", ...}, \"defaultCurrency\": \"EUR\"}");
    }

    /** The gateway's form, or the columns alone. */
    static ColumnMapping parse(String json) {
        try {
            JsonNode mapping = new ObjectMapper().readTree(json);
            Map<String, String> columns = new LinkedHashMap<>();
            JsonNode named = mapping.has("columns") ? mapping.get("columns") : mapping;
            named.properties()
                    .forEach(field ->
                            columns.put(field.getKey(), field.getValue().asText()));
            return LoneImport.mapping(
                    mapping.path("entity").asText("ORDERS"),
                    columns,
                    mapping.path("defaultCurrency").asText(),
                    mapping.path("creditNotePrefix").asText(),
                    mapping.path("timeZone").asText(),
                    mapping.path("encoding").asText(),
                    mapping.path("delimiter").asText(),
                    mapping.path("customerNamespace").asText());
        } catch (JsonProcessingException malformed) {
            throw new UsageException("the mapping is no JSON: " + malformed.getOriginalMessage());
        } catch (Failure wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }
}
