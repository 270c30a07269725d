package io.smartcrm.bench.serving;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenModelTest {
    @Test
    void everyRequestThatFellIntoAStallSeesIt() {
        // Given
        var stall = new CompletableFuture<Boolean>();

        // When
        OpenModel.Outcome outcome = new OpenModel(1_000)
                .run(100, request -> request == 0 ? stall.completeOnTimeout(true, 500, TimeUnit.MILLISECONDS) : stall);

        // Then
        assertThat(outcome.ok()).isEqualTo(100);
        assertThat(outcome.millisAt(1)).isBetween(390.0, 5_000.0);
        assertThat(outcome.slowestMillis()).isGreaterThan(499);
    }

    @Test
    void aSenderThatIsHeldUpCountsTheTimeItsRequestsWereDue() {
        // Given
        var late = new OpenModel(1_000);

        // When
        OpenModel.Outcome outcome = late.run(100, request -> {
            if (request == 0) {
                new CompletableFuture<Boolean>()
                        .completeOnTimeout(true, 300, TimeUnit.MILLISECONDS)
                        .join();
            }
            return completedFuture(true);
        });

        // Then
        assertThat(outcome.millisAt(50)).isGreaterThan(200);
    }

    @Test
    void whatFailsIsCountedAndTimed() {
        // When
        OpenModel.Outcome outcome = new OpenModel(10_000).run(4, request -> switch ((int) request) {
            case 0 -> completedFuture(false);
            case 1 -> failedFuture(new IOException("gone"));
            default -> completedFuture(true);
        });

        // Then
        assertThat(outcome.sent()).isEqualTo(4);
        assertThat(outcome.ok()).isEqualTo(2);
        assertThat(outcome.nanos().getTotalCount()).isEqualTo(4);
    }
}
