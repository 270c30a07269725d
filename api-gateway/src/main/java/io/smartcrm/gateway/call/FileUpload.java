package io.smartcrm.gateway.call;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file in pieces. The next piece is read when the last one has left, so one piece is in memory at a time however
 * large the file. All of it happens on one event loop, except the reading, which happens on a worker.
 */
final class FileUpload<Q, A> extends ClientCall.Listener<A> {
    private static final int PIECE_BYTES = 512 * 1024;

    private final Vertx vertx;
    private final Context context;
    private final ClientCall<Q, A> call;
    private final Function<byte[], Q> piece;
    private final UniEmitter<? super A> emitter;
    private @Nullable Q header;
    private @Nullable InputStream content;
    private @Nullable A answer;
    private boolean reading;
    private boolean ended;

    FileUpload(Vertx vertx, ClientCall<Q, A> call, Q header, Function<byte[], Q> piece, UniEmitter<? super A> emitter) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.call = call;
        this.header = header;
        this.piece = piece;
        this.emitter = emitter;
    }

    void start(Path file, Duration deadline) throws IOException {
        content = Files.newInputStream(file);
        // Started on the caller's thread, whose request names the caller.
        call.start(this, CallDeadline.headers(deadline));
        context.runOnContext(here -> {
            long timer = vertx.setTimer(deadline.toMillis(), expired -> fail(CallDeadline.exceeded(deadline)));
            emitter.onTermination(() -> {
                vertx.cancelTimer(timer);
                context.runOnContext(again -> end());
            });
            call.request(2);
        });
    }

    /** Nothing is sent before the call stands: until then the client may let the end overtake the message. */
    @Override
    public void onReady() {
        context.runOnContext(here -> {
            Q first = header;
            if (first != null && !ended) {
                header = null;
                call.sendMessage(first);
            }
            pump();
        });
    }

    @Override
    public void onMessage(A message) {
        context.runOnContext(here -> answer = message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        context.runOnContext(here -> close(status, trailers));
    }

    private void pump() {
        InputStream source = content;
        if (reading || ended || source == null || !call.isReady()) {
            return;
        }
        reading = true;
        vertx.executeBlocking(() -> source.readNBytes(PIECE_BYTES), false).onComplete(read -> {
            reading = false;
            if (ended) {
                closeContent();
            } else if (read.failed()) {
                fail(read.cause());
            } else {
                send(read.result());
            }
        });
    }

    private void send(byte[] bytes) {
        if (bytes.length == 0) {
            closeContent();
            call.halfClose();
            return;
        }
        call.sendMessage(piece.apply(bytes));
        pump();
    }

    private void close(Status status, Metadata trailers) {
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

    private void fail(Throwable reason) {
        emitter.fail(reason);
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        call.cancel("the upload has ended", null);
        if (!reading) {
            closeContent();
        }
    }

    private void closeContent() {
        InputStream source = content;
        content = null;
        if (source != null) {
            vertx.executeBlocking(
                    () -> {
                        source.close();
                        return null;
                    },
                    false);
        }
    }
}
