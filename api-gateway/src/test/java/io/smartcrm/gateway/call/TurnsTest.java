package io.smartcrm.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<UniEmitter<? super String>> asked = new ArrayList<>();

    @Test
    void noMoreCallsAreUnderWayThanAllowed() {
        // Given
        var turns = new Turns(Service.CUSTOMER, 2, 10, Duration.ofMinutes(1));

        // When
        var first = call(turns);
        var second = call(turns);
        var third = call(turns);

        // Then
        assertThat(asked).hasSize(2);
        assertThat(turns.underWay()).isEqualTo(2);
        assertThat(turns.waiting()).isOne();

        // When
        asked.get(0).complete("an answer");

        // Then
        first.assertItem("an answer");
        second.assertNotTerminated();
        third.assertNotTerminated();
        assertThat(asked).hasSize(3);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void aTurnComesBackHoweverTheCallEnds() {
        // Given
        var turns = new Turns(Service.CUSTOMER, 1, 10, Duration.ofMinutes(1));

        // When
        call(turns);
        asked.get(0).complete("an answer");
        call(turns);
        asked.get(1).fail(new IllegalStateException("broken"));
        call(turns).cancel();

        // Then
        assertThat(asked).hasSize(3);
        assertThat(turns.underWay()).isZero();
    }

    @Test
    void whoGivesUpWaitingIsNeverCalled() {
        // Given
        var turns = new Turns(Service.CUSTOMER, 1, 10, Duration.ofMinutes(1));
        call(turns);
        var waiting = call(turns);

        // When
        waiting.cancel();
        asked.get(0).complete("an answer");

        // Then
        assertThat(asked).hasSize(1);
        assertThat(turns.waiting()).isZero();
        assertThat(turns.underWay()).isZero();
    }

    @Test
    void whoWaitedTooLongIsToldThatTheServiceIsBusy() {
        // Given
        var turns = new Turns(Service.LOYALTY, 1, 10, Duration.ofMillis(20));
        call(turns);

        // When
        var waited = call(turns).awaitFailure();

        // Then
        waited.assertFailedWith(Failure.class, "loyalty-service has more calls under way");
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void theQueueItselfHasAnEnd() {
        // Given
        var turns = new Turns(Service.CUSTOMER, 1, 1, Duration.ofMinutes(1));
        call(turns);
        call(turns);

        // When
        var refused = call(turns);

        // Then
        refused.assertFailedWith(Failure.class, "customer-service has more calls under way");
        assertThat(turns.waiting()).isOne();
    }

    private UniAssertSubscriber<String> call(Turns turns) {
        return turns.inTurn(() -> Uni.createFrom().<String>emitter(asked::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
