package io.smartcrm.gateway;

import static io.restassured.RestAssured.config;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request made of nothing but the examples in the API document. */
record DocumentedCall(String method, String path, JsonNode operation, JsonNode schemas) {

    private static final String NDJSON = "application/x-ndjson";

    static List<DocumentedCall> all(JsonNode document) {
        List<DocumentedCall> calls = new ArrayList<>();
        JsonNode schemas = document.at("/components/schemas");
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> calls.add(new DocumentedCall(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                schemas))));
        return calls;
    }

    String name() {
        return method + " " + path;
    }

    Response sentBy(RequestSpecification caller) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.has("example")) {
                add(caller, parameter);
            }
        }
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(body -> add(caller, body.getKey(), body.getValue()));
        return caller.redirects().follow(false).request(method, path);
    }

    private static void add(RequestSpecification caller, JsonNode parameter) {
        String name = parameter.get("name").asText();
        String example = parameter.get("example").asText();
        switch (parameter.get("in").asText()) {
            case "path" -> caller.pathParam(name, example);
            case "query" -> caller.queryParam(name, example);
            case "header" -> caller.header(name, example);
            default -> throw new IllegalArgumentException("a parameter in " + parameter.get("in"));
        }
    }

    private void add(RequestSpecification caller, String mediaType, JsonNode content) {
        if (mediaType.equals("multipart/form-data")) {
            JsonNode mapping = resolved(content.get("schema")).at("/properties/mapping");
            if (!mapping.isMissingNode()) {
                caller.multiPart("mapping", example(mapping).toString());
            }
            caller.multiPart("file", "orders.csv", "InvoiceNo\n536365\n".getBytes(UTF_8), "text/csv");
            return;
        }
        JsonNode example = content.has("example") ? content.get("example") : example(content.get("schema"));
        caller.config(config().encoderConfig(encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
                .contentType(mediaType)
                .body(example.toString());
    }

    private JsonNode example(JsonNode schema) {
        return schema.has("examples")
                ? schema.get("examples").get(0)
                : resolved(schema).get("examples").get(0);
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
