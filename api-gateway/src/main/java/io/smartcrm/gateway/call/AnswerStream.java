package io.smartcrm.gateway.call;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and its many answers: the service sends as many as the reader asked for, so none pile up here. */
final class AnswerStream<Q, A> extends ClientCall.Listener<A> implements Subscription {
    private final Vertx vertx;
    private final ClientCall<Q, A> call;
    private final Q request;
    private final Subscriber<? super A> reader;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long timer;

    AnswerStream(Vertx vertx, ClientCall<Q, A> call, Q request, Subscriber<? super A> reader) {
        this.vertx = vertx;
        this.call = call;
        this.request = request;
        this.reader = reader;
    }

    void open(Duration deadline) {
        timer = vertx.setTimer(
                deadline.toMillis(), expired -> stop(() -> reader.onError(CallDeadline.exceeded(deadline))));
        call.start(this, CallDeadline.headers(deadline));
        reader.onSubscribe(this);
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
    public void request(long count) {
        if (count <= 0) {
            stop(() -> reader.onError(new IllegalArgumentException("asked for " + count + " items")));
            return;
        }
        call.request((int) Math.min(count, Integer.MAX_VALUE));
    }

    @Override
    public void cancel() {
        stop(() -> {});
    }

    @Override
    public void onMessage(A message) {
        if (!ended.get()) {
            reader.onNext(message);
        }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        end(() -> {
            if (status.isOk()) {
                reader.onComplete();
            } else {
                reader.onError(status.asRuntimeException(trailers));
            }
        });
    }

    private void stop(Runnable last) {
        end(() -> {
            call.cancel("nobody reads on", null);
            last.run();
        });
    }

    private void end(Runnable last) {
        if (ended.compareAndSet(false, true)) {
            vertx.cancelTimer(timer);
            last.run();
        }
    }
}
