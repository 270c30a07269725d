package io.smartcrm.customer.audit;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.audit.AuditEntry.Actor;
import io.smartcrm.wire.CallContext;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Records every call that reads or changes personal data before its answer leaves; what cannot be recorded is not
 * answered. Calls of nobody are not recorded: they are turned away before anything is read.
 */
@GlobalInterceptor
@ApplicationScoped
public class AuditInterceptor implements ServerInterceptor {
    private static final String OURS = "smartcrm.";
    private static final String CANCELLED = "CANCELLED";

    private final AuditLog log;
    private final CurrentIdentityAssociation callers;
    private final Clock clock = Clock.systemUTC();

    AuditInterceptor(AuditLog log, CurrentIdentityAssociation callers) {
        this.log = log;
        this.callers = callers;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String rpc = call.getMethodDescriptor().getFullMethodName();
        if (!rpc.startsWith(OURS) || CallShape.IMPERSONAL.contains(rpc)) {
            return next.startCall(call, headers);
        }
        var recorded = new RecordedCall<>(call, headers, callers.getDeferredIdentity());
        return recorded.listener(next.startCall(recorded, headers));
    }

    private final class RecordedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Metadata headers;
        private final Uni<SecurityIdentity> caller;
        private final String trace;
        private final AtomicReference<@Nullable Object> request = new AtomicReference<>();
        private final AtomicReference<@Nullable A> answer = new AtomicReference<>();
        private final AtomicLong rows = new AtomicLong();
        private final AtomicBoolean recorded = new AtomicBoolean();

        private RecordedCall(ServerCall<Q, A> call, Metadata headers, Uni<SecurityIdentity> caller) {
            super(call);
            this.headers = headers;
            this.caller = caller;
            SpanContext span = Span.current().getSpanContext();
            this.trace = span.isValid() ? span.getTraceId() : "";
        }

        private ServerCall.Listener<Q> listener(ServerCall.Listener<Q> inner) {
            return new SimpleForwardingServerCallListener<>(inner) {
                @Override
                public void onMessage(Q message) {
                    request.compareAndSet(null, message);
                    super.onMessage(message);
                }

                /** The caller went away; what was done until then is done. */
                @Override
                public void onCancel() {
                    if (recorded.compareAndSet(false, true)) {
                        record(CANCELLED)
                                .subscribe()
                                .with(
                                        done -> {},
                                        failed -> Log.errorf(failed, "A cancelled call could not be recorded"));
                    }
                    super.onCancel();
                }
            };
        }

        @Override
        public void sendMessage(A message) {
            if (message instanceof Message readable) {
                rows.addAndGet(CallShape.rows(readable));
            }
            if (getMethodDescriptor().getType().serverSendsOneMessage()) {
                answer.set(message);
            } else {
                answer.compareAndSet(null, message);
                super.sendMessage(message);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (status.getCode() == Status.Code.UNAUTHENTICATED || !recorded.compareAndSet(false, true)) {
                finish(status, trailers);
                return;
            }
            record(status.getCode().name())
                    .subscribe()
                    .with(done -> finish(status, trailers), failed -> refuse(failed, status, trailers));
        }

        private void finish(Status status, Metadata trailers) {
            A held = answer.get();
            if (status.isOk() && held != null && getMethodDescriptor().getType().serverSendsOneMessage()) {
                super.sendMessage(held);
            }
            super.close(status, trailers);
        }

        private void refuse(Throwable failed, Status status, Metadata trailers) {
            Log.errorf(failed, "A call is not answered because it could not be recorded");
            if (!status.isOk()) {
                super.close(status, trailers);
                return;
            }
            StatusRuntimeException refusal = new Failure(
                            Failure.Kind.UNAVAILABLE, "AUDIT_UNAVAILABLE", "the call could not be recorded; try again")
                    .toStatus();
            Metadata details = Status.trailersFromThrowable(refusal);
            super.close(refusal.getStatus(), details == null ? new Metadata() : details);
        }

        private Uni<Void> record(String outcome) {
            return caller.onItemOrFailure()
                    .transform((identity, unknown) -> entry(identity, outcome))
                    .chain(log::append);
        }

        private AuditEntry entry(@Nullable SecurityIdentity identity, String outcome) {
            var shape = new CallShape(getMethodDescriptor().getFullMethodName());
            return new AuditEntry(
                    TimeOrderedId.next(),
                    clock.instant(),
                    identity == null ? new Actor("", "", List.of()) : actor(identity),
                    shape.deed(readable(request.get()), readable(answer.get()), rows.get()),
                    CallContext.purpose(headers),
                    outcome,
                    trace,
                    CallContext.requestId(headers));
        }
    }

    private static Optional<Message> readable(@Nullable Object message) {
        return message instanceof Message found ? Optional.of(found) : Optional.empty();
    }

    private static Actor actor(SecurityIdentity identity) {
        String subject = identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : "";
        return new Actor(
                subject,
                identity.getPrincipal().getName(),
                identity.getRoles().stream().toList());
    }
}
