package io.smartcrm.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer that is not what was asked for (RFC 9457). */
@RegisterForReflection
@Schema(description = "An answer that is not what was asked for (RFC 9457)")
public record Problem(
        @Schema(examples = "urn:smartcrm:problem:customer-not-found")
        String type,

        @Schema(examples = "Not Found") String title,
        @Schema(examples = "404") int status,

        @Schema(description = "What was wrong with which value and what to do about it")
        String detail,

        @Schema(description = "Path of the request") String instance,

        @Schema(description = "Stable, for programs to branch on", examples = "CUSTOMER_NOT_FOUND")
        String reason,

        @Schema(description = "Finds the request in traces and logs") @Nullable
        String traceId,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One bad field of the body, or one bad parameter. */
    @RegisterForReflection
    public record FieldError(
            @Schema(
                    description = "JSON Pointer to the field; a parameter stands directly under the root",
                    examples = "#/email")
            String pointer,

            String detail) {
        /** @param path names joined by dots, as in {@code mapping.columns} or {@code lines[0].quantity} */
        static FieldError at(String path, String detail) {
            return new FieldError("#/" + path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'), detail);
        }
    }

    static String typeOf(String reason) {
        return "urn:smartcrm:problem:" + reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
