package io.smartcrm.gateway.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smartcrm.wire.Failure;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How columns become fields, and what stands in for missing ones. */
public record ImportMapping(
        @Schema(
                description =
                        "Our field to the file's column or, of JSON, the path of its value. Fields of orders: orderNumber, orderTime, customerId, "
                                + "customerName, customerEmail, country, productCode, productName, category, quantity, "
                                + "unitPrice, currency, refundOf; of consents: customerId or identity, purpose, channel, "
                                + "state, effectiveTime, expireTime, source, textVersion, evidence; of interactions: messageId, "
                                + "customerId or identity or anonymousId, type, name, channel, occurTime, direction, "
                                + "deliveryState, product, properties, properties.<name>",
                examples = "{\"orderNumber\": \"InvoiceNo\"}")
        @Nullable
        Map<String, String> columns,

        @Schema(description = "When no currency column is mapped", examples = "GBP") @Nullable
        String defaultCurrency,

        @Schema(description = "Orders whose number starts with this are credit notes", examples = "C") @Nullable
        String creditNotePrefix,

        @Schema(description = "Of times without offset; UTC when absent", examples = "Europe/London") @Nullable
        String timeZone,

        @Schema(description = "Recognised when absent") @Nullable
        String encoding,

        @Schema(description = "Recognised when absent") @Nullable
        String delimiter,

        @Schema(
                description = "Of the customer numbers in this file; shop when absent. In files of consents and "
                        + "interactions customer means our own ids, as exports have them",
                examples = "shop")
        @Nullable
        String customerNamespace) {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public ImportMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    /**
     * Reads the whole object, or its {@code columns} alone.
     *
     * @throws Failure INVALID when it is neither
     */
    static ImportMapping parse(String json) {
        JsonNode node;
        try {
            node = STRICT.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw invalid("is not JSON: " + malformed.getOriginalMessage());
        }
        if (!node.isObject() || node.isEmpty()) {
            throw invalid("must be a JSON object that maps our fields to columns of the file");
        }
        return node.get("columns") == null ? ofColumns(node) : whole(node);
    }

    private static ImportMapping ofColumns(JsonNode node) {
        Map<String, String> columns = new TreeMap<>();
        node.properties().forEach(field -> {
            if (!field.getValue().isTextual()) {
                throw invalid("field " + field.getKey() + " must name a column");
            }
            columns.put(field.getKey(), field.getValue().textValue());
        });
        return new ImportMapping(columns, null, null, null, null, null, null);
    }

    private static ImportMapping whole(JsonNode node) {
        try {
            return STRICT.treeToValue(node, ImportMapping.class);
        } catch (JsonProcessingException mismatched) {
            throw invalid("is not what the API document says: " + mismatched.getOriginalMessage());
        }
    }

    private static Failure invalid(String detail) {
        return Failure.invalid("mapping", detail);
    }
}
