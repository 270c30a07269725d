package io.smartcrm.customer.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;

/**
 * Properties of an interaction: a JSON object within limits, and nothing in it that names a person. Those fields belong
 * into an identification, where they are kept encrypted.
 */
final class PropertyText {
    static final int MAX_BYTES = 32_768;
    static final int MAX_DEPTH = 6;
    static final String EMPTY = "{}";
    private static final String FIELD = "properties";
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> PERSONAL = Set.of(
            "email",
            "emailaddress",
            "mail",
            "phone",
            "phonenumber",
            "mobile",
            "telephone",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "givenname",
            "familyname",
            "username",
            "birthday",
            "birthdate",
            "dateofbirth",
            "address",
            "street",
            "postalcode",
            "ip",
            "ipaddress",
            "useragent",
            "iban",
            "creditcard",
            "password",
            "traits");

    /** Properties in a form that is fit to store, and the product they name. */
    record Clean(String json, String product) {}

    private PropertyText() {}

    /** @throws Failure INVALID when the text is no such object */
    static Clean clean(String text) {
        if (text.isBlank()) {
            return new Clean(EMPTY, "");
        }
        if (text.length() > MAX_BYTES || text.getBytes(UTF_8).length > MAX_BYTES) {
            throw Failure.invalid(FIELD, "are longer than " + MAX_BYTES + " bytes");
        }
        var clean = new StringWriter(text.length());
        try (JsonParser in = JSON.createParser(text);
                JsonGenerator out = JSON.createGenerator(clean)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw Failure.invalid(FIELD, "are not a JSON object");
            }
            String product = copy(in, out);
            if (in.nextToken() != null) {
                throw Failure.invalid(FIELD, "are more than one JSON object");
            }
            out.flush();
            return new Clean(clean.toString(), product);
        } catch (IOException malformed) {
            throw Failure.invalid(FIELD, "are not JSON");
        }
    }

    private static String copy(JsonParser in, JsonGenerator out) throws IOException {
        String productId = "";
        String sku = "";
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            if (token == JsonToken.FIELD_NAME && PERSONAL.contains(letters(in.currentName()))) {
                in.nextToken();
                in.skipChildren();
                continue;
            }
            if (token.isStructStart() && ++depth > MAX_DEPTH) {
                throw Failure.invalid(FIELD, "are nested more than " + MAX_DEPTH + " levels deep");
            }
            if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 1 && token.isScalarValue() && in.currentName() != null) {
                String name = letters(in.currentName());
                productId = name.equals("productid") ? in.getText() : productId;
                sku = name.equals("sku") ? in.getText() : sku;
            }
            if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME)
                    && in.getText().indexOf('\0') >= 0) {
                throw Failure.invalid(FIELD, "hold a character that cannot be stored (U+0000)");
            }
            out.copyCurrentEventExact(in);
        } while (depth > 0 && in.nextToken() != null);
        return productId.isEmpty() || productId.equals("null") ? sku : productId;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
