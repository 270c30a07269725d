package io.smartcrm.gateway.http;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.List;

/** What HTTP itself refuses, before a service is asked: statuses that {@link Failure.Kind} does not know. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final transient List<Problem.FieldError> errors;

    public Refusal(int status, String reason, String detail) {
        this(status, reason, detail, List.of());
    }

    public Refusal(int status, String reason, String detail, List<Problem.FieldError> errors) {
        super(requireNonNull(detail, "detail is null"));
        this.status = status;
        this.reason = requireNonNull(reason, "reason is null");
        this.errors = List.copyOf(errors);
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    List<Problem.FieldError> errors() {
        return errors;
    }
}
