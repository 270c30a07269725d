package io.smartcrm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    @ParameterizedTest
    @EnumSource(Failure.Kind.class)
    void everyKindSurvivesTheWire(Failure.Kind kind) {
        // Given
        var sent = new Failure(kind, "SOME_REASON", "value 7 is wrong", List.of(new Failure.Violation("a.b", "is 7")));

        // When
        Failure received = Failure.of(sent.toStatus());

        // Then
        assertThat(received.kind()).isEqualTo(kind);
        assertThat(received.reason()).isEqualTo("SOME_REASON");
        assertThat(received).hasMessage("value 7 is wrong");
        assertThat(received.violations()).containsExactly(new Failure.Violation("a.b", "is 7"));
    }

    @Test
    void theTextOfTheDetailsGoesBeforeADescriptionThatIsStillEncoded() {
        // Given
        var sent = new Failure(Failure.Kind.UNAVAILABLE, "SOME_REASON", "try again").toStatus();

        // When
        Failure received =
                Failure.of(sent.getStatus().withDescription("try%20again").asRuntimeException(sent.getTrailers()));

        // Then
        assertThat(received).hasMessage("try again");
    }

    @Test
    void aStatusOfSomebodyElseKeepsItsCodeAndText() {
        // When
        Failure received = Failure.of(
                Status.UNAVAILABLE.withDescription("connection refused").asRuntimeException());

        // Then
        assertThat(received.kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
        assertThat(received).hasMessage("connection refused");
    }

    @Test
    void anUnknownCodeIsInternal() {
        assertThat(Failure.of(Status.DATA_LOSS.asRuntimeException()).kind()).isEqualTo(Failure.Kind.INTERNAL);
    }
}
