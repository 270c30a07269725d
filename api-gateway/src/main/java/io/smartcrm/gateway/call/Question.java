package io.smartcrm.gateway.call;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request and its one answer; unlike the generated stub it tells the service when nobody waits any more. */
final class Question<Q, A> extends ClientCall.Listener<A> {
    private final Vertx vertx;
    private final ClientCall<Q, A> call;
    private final UniEmitter<? super A> emitter;
    private final Q request;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable A answer;

    Question(Vertx vertx, ClientCall<Q, A> call, Q request, UniEmitter<? super A> emitter) {
        this.vertx = vertx;
        this.call = call;
        this.request = request;
        this.emitter = emitter;
    }

    void ask(Duration deadline) {
        long timer = vertx.setTimer(deadline.toMillis(), expired -> emitter.fail(CallDeadline.exceeded(deadline)));
        emitter.onTermination(() -> {
            vertx.cancelTimer(timer);
            giveUp();
        });
        call.start(this, CallDeadline.headers(deadline));
        call.request(2);
    }

    /** Tells a service that still works on it that nobody waits any more. */
    private void giveUp() {
        asked.set(true);
        if (!closed.get()) {
            call.cancel("nobody waits", null);
        }
    }

    /** Nothing is sent before the call stands: until then the client may let the end overtake the message. */
    @Override
    public void onReady() {
        if (asked.compareAndSet(false, true)) {
            call.sendMessage(request);
            call.halfClose();
        }
    }

    @Override
    public void onMessage(A message) {
        answer = message;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        closed.set(true);
        A given = answer;
        if (!status.isOk()) {
            emitter.fail(status.asRuntimeException(trailers));
        } else if (given == null) {
            emitter.fail(Status.INTERNAL
                    .withDescription("the service answered nothing")
                    .asRuntimeException());
        } else {
            emitter.complete(given);
        }
    }
}
