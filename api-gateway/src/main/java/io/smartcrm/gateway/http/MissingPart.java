package io.smartcrm.gateway.http;

import io.smartcrm.wire.Failure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of an answer that could not be had, and why. */
public record MissingPart(
        @Schema(examples = "recommendations") String part,
        @Schema(examples = "recommend-service") String service,
        @Schema(examples = "SERVICE_UNREACHABLE") String reason,
        String detail) {
    public static MissingPart of(String part, String service, Failure failure) {
        return new MissingPart(part, service, failure.reason(), String.valueOf(failure.getMessage()));
    }
}
