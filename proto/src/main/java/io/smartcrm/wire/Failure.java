package io.smartcrm.wire;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one way to say that something could not be done: why, with which value, and what to do about it. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String DOMAIN = "smartcrm.io";
    private static final String TYPES = "type.googleapis.com/";

    private final Kind kind;
    private final String reason;
    private final transient List<Violation> violations;

    /** What kind of failure, and how each wire says so: the only table of its sort in the suite. */
    public enum Kind {
        INVALID(Status.Code.INVALID_ARGUMENT, 400),
        UNAUTHENTICATED(Status.Code.UNAUTHENTICATED, 401),
        DENIED(Status.Code.PERMISSION_DENIED, 403),
        NOT_FOUND(Status.Code.NOT_FOUND, 404),
        CONFLICT(Status.Code.ALREADY_EXISTS, 409),
        /** The caller's version of a record is no longer the last one. */
        STALE(Status.Code.ABORTED, 412),
        TOO_LARGE(Status.Code.OUT_OF_RANGE, 413),
        /** Well formed, but not possible in the present state. */
        UNPROCESSABLE(Status.Code.FAILED_PRECONDITION, 422),
        BUSY(Status.Code.RESOURCE_EXHAUSTED, 429),
        INTERNAL(Status.Code.INTERNAL, 500),
        UNAVAILABLE(Status.Code.UNAVAILABLE, 503),
        TIMEOUT(Status.Code.DEADLINE_EXCEEDED, 504);

        private final Status.Code code;
        private final int httpStatus;

        Kind(Status.Code code, int httpStatus) {
            this.code = code;
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }

        static Kind of(Status.Code code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return INTERNAL;
        }
    }

    /**
     * One bad field.
     *
     * @param field path in the request's camelCase JSON, e.g. {@code customer.email}
     */
    public record Violation(String field, String detail) {
        public Violation {
            requireNonNull(field, "field is null");
            requireNonNull(detail, "detail is null");
        }
    }

    /** @param reason UPPER_SNAKE, stable: clients branch on it */
    public Failure(Kind kind, String reason, String message) {
        this(kind, reason, message, List.of());
    }

    public Failure(Kind kind, String reason, String message, List<Violation> violations) {
        super(requireNonNull(message, "message is null"));
        this.kind = requireNonNull(kind, "kind is null");
        this.reason = requireNonNull(reason, "reason is null");
        this.violations = List.copyOf(violations);
    }

    public static Failure invalid(String field, String detail) {
        return new Failure(Kind.INVALID, "INVALID_FIELD", field + ": " + detail, List.of(new Violation(field, detail)));
    }

    public static Failure notFound(String what, String id) {
        String reason = what.toUpperCase(Locale.ROOT).replace(' ', '_') + "_NOT_FOUND";
        return new Failure(Kind.NOT_FOUND, reason, "no " + what + " '" + id + "'");
    }

    public Kind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** As a gRPC status with {@code google.rpc.ErrorInfo} and {@code BadRequest} details. */
    public StatusRuntimeException toStatus() {
        var status = com.google.rpc.Status.newBuilder()
                .setCode(kind.code.value())
                .setMessage(String.valueOf(getMessage()))
                .addDetails(detail(
                        ErrorInfo.getDescriptor(),
                        ErrorInfo.newBuilder()
                                .setDomain(DOMAIN)
                                .setReason(reason)
                                .build()));
        if (!violations.isEmpty()) {
            var bad = BadRequest.newBuilder();
            violations.forEach(violation ->
                    bad.addFieldViolationsBuilder().setField(violation.field()).setDescription(violation.detail()));
            status.addDetails(detail(BadRequest.getDescriptor(), bad.build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    /** Reads a status made by {@link #toStatus()}, or any other gRPC status. */
    public static Failure of(StatusRuntimeException thrown) {
        Kind kind = Kind.of(thrown.getStatus().getCode());
        String reason = kind.name();
        List<Violation> violations = new ArrayList<>();
        var status = StatusProto.fromThrowable(thrown);
        try {
            for (Any detail : status == null ? List.<Any>of() : status.getDetailsList()) {
                if (isOf(detail, ErrorInfo.getDescriptor())) {
                    reason = ErrorInfo.parseFrom(detail.getValue()).getReason();
                } else if (isOf(detail, BadRequest.getDescriptor())) {
                    BadRequest.parseFrom(detail.getValue())
                            .getFieldViolationsList()
                            .forEach(bad -> violations.add(new Violation(bad.getField(), bad.getDescription())));
                }
            }
        } catch (InvalidProtocolBufferException malformed) {
            reason = kind.name();
        }
        var failure = new Failure(kind, reason, text(status, thrown.getStatus(), kind), violations);
        failure.initCause(thrown);
        return failure;
    }

    /** The details first: a description may still be encoded as it was in its header. */
    private static String text(com.google.rpc.@Nullable Status details, Status status, Kind kind) {
        if (details != null && !details.getMessage().isEmpty()) {
            return details.getMessage();
        }
        return status.getDescription() == null ? kind.name() : status.getDescription();
    }

    /** As {@code Any.pack}, which asks the message for its type by reflection: a native executable lacks that. */
    private static Any detail(Descriptor type, MessageLite message) {
        return Any.newBuilder()
                .setTypeUrl(TYPES + type.getFullName())
                .setValue(message.toByteString())
                .build();
    }

    private static boolean isOf(Any detail, Descriptor type) {
        return detail.getTypeUrl().endsWith("/" + type.getFullName());
    }
}
