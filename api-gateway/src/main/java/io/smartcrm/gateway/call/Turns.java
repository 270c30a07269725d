package io.smartcrm.gateway.call;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smartcrm.wire.Failure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many calls of one service be under way at once. The others wait here in order, where giving up costs the
 * service nothing: more than a service can work on would only make all of them late.
 */
final class Turns {
    private final Service service;
    private final int atOnce;
    private final int longestQueue;
    private final Duration patience;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int underWay;

    Turns(Service service, int atOnce, int longestQueue, Duration patience) {
        this.service = service;
        this.atOnce = atOnce;
        this.longestQueue = longestQueue;
        this.patience = patience;
    }

    /** Calls when it is its turn; fails as busy where that does not come in time. */
    <A> Uni<A> inTurn(Supplier<Uni<A>> call) {
        return Uni.createFrom().deferred(() -> {
            var turn = new Turn();
            Uni<A> answer = turn.takeAtOnce()
                    ? Uni.createFrom().deferred(call::get)
                    : Uni.createFrom()
                            .<Void>emitter(turn::take)
                            .ifNoItem()
                            .after(patience)
                            .failWith(this::busy)
                            .chain(started -> call.get());
            return answer.onTermination().invoke(turn::giveBack);
        });
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private Failure busy() {
        return new Failure(
                Failure.Kind.UNAVAILABLE,
                "SERVICE_BUSY",
                service.label() + " has more calls under way than it can answer in time; try again in a moment");
    }

    private final class Turn {
        private final @Nullable Context caller = Vertx.currentContext();
        private @Nullable UniEmitter<? super Void> emitter;
        private boolean granted;

        private boolean takeAtOnce() {
            synchronized (Turns.this) {
                granted = underWay < atOnce;
                underWay += granted ? 1 : 0;
                return granted;
            }
        }

        private void take(UniEmitter<? super Void> asking) {
            synchronized (Turns.this) {
                if (!takeAtOnce() && waiting.size() < longestQueue) {
                    emitter = asking;
                    waiting.add(this);
                    return;
                }
            }
            if (granted) {
                asking.complete(null);
            } else {
                asking.fail(busy());
            }
        }

        /** What was waited for goes on where it came from: on the thread and in the context of its own request. */
        private void grant() {
            UniEmitter<? super Void> asking = emitter;
            if (asking == null) {
                return;
            }
            if (caller == null) {
                asking.complete(null);
            } else {
                caller.runOnContext(now -> asking.complete(null));
            }
        }

        private void giveBack() {
            Turn next = null;
            synchronized (Turns.this) {
                if (!granted) {
                    waiting.remove(this);
                    return;
                }
                next = waiting.poll();
                if (next == null) {
                    underWay--;
                } else {
                    next.granted = true;
                }
            }
            if (next != null) {
                next.grant();
            }
        }
    }
}
