package io.smartcrm.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 attributes in Kafka's binary mode: one {@code ce_*} header each, the protobuf message as the value.
 *
 * @param id unique; the same event sent twice keeps it
 * @param source the service that says so, e.g. {@code /customer-service}
 * @param type full name of the message, e.g. {@code smartcrm.customer.v1.OrderPlaced}
 * @param time when it became true in the source's database
 * @param traceParent W3C trace context of the change, if it was traced
 */
public record EventHeaders(UUID id, String source, String type, Instant time, Optional<String> traceParent) {
    private static final String SPEC_VERSION = "1.0";
    private static final String CONTENT_TYPE = "application/protobuf";

    /** Adds these attributes to a record's headers. */
    public void writeTo(Headers headers) {
        put(headers, "ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", id.toString());
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", CONTENT_TYPE);
        traceParent.ifPresent(parent -> put(headers, "traceparent", parent));
    }

    /**
     * Reads the attributes of a record.
     *
     * @throws IllegalArgumentException when a required attribute is missing or malformed, naming it
     */
    public static EventHeaders readFrom(Headers headers) {
        String version = required(headers, "ce_specversion");
        if (!version.equals(SPEC_VERSION)) {
            throw new IllegalArgumentException("ce_specversion is '" + version + "', expected " + SPEC_VERSION);
        }
        String time = required(headers, "ce_time");
        try {
            return new EventHeaders(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_source"),
                    required(headers, "ce_type"),
                    Instant.parse(time),
                    optional(headers, "traceparent"));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("ce_time '" + time + "' is not an RFC 3339 time", malformed);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String required(Headers headers, String name) {
        return optional(headers, name)
                .orElseThrow(() -> new IllegalArgumentException("header " + name + " is missing"));
    }

    private static Optional<String> optional(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .flatMap(header -> Optional.ofNullable(header.value()))
                .map(value -> new String(value, UTF_8));
    }
}
