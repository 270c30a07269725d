package io.smartcrm.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A request made of nothing but the examples in the API document. */
record DocumentedCall(String method, String path, JsonNode operation, JsonNode schemas) {

    private static final String FORM = "multipart/form-data";
    private static final String BOUNDARY = "the-next-part";

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

    /** The request to the gateway at this address, without a token. */
    HttpRequest.Builder to(URI gateway) {
        String target = path;
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.has("example")) {
                String name = parameter.get("name").asText();
                String example = parameter.get("example").asText();
                switch (parameter.get("in").asText()) {
                    case "path" -> target = target.replace("{" + name + "}", encoded(example));
                    case "query" -> query.add(name + "=" + encoded(example));
                    case "header" -> request.header(name, example);
                    default -> throw new IllegalArgumentException("a parameter in " + parameter.get("in"));
                }
            }
        }
        request.uri(gateway.resolve(target + query)).method(method, BodyPublishers.noBody());
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(body -> add(request, body.getKey(), body.getValue()));
        return request;
    }

    private static String encoded(String example) {
        return URLEncoder.encode(example, UTF_8).replace("+", "%20");
    }

    private void add(HttpRequest.Builder request, String mediaType, JsonNode content) {
        if (mediaType.equals(FORM)) {
            request.setHeader("Content-Type", FORM + "; boundary=" + BOUNDARY).method(method, form(content));
            return;
        }
        JsonNode example = content.has("example") ? content.get("example") : example(content.get("schema"));
        request.setHeader("Content-Type", mediaType).method(method, BodyPublishers.ofString(example.toString()));
    }

    private BodyPublisher form(JsonNode content) {
        JsonNode mapping = resolved(content.get("schema")).at("/properties/mapping");
        String fields = mapping.isMissingNode()
                ? ""
                : part("name=\"mapping\"", example(mapping).toString());
        String file = part("name=\"file\"; filename=\"orders.csv\"\r\nContent-Type: text/csv", "InvoiceNo\n536365\n");
        return BodyPublishers.ofString(fields + file + "--" + BOUNDARY + "--\r\n");
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
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
