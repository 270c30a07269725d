package io.smartcrm.customer.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.customer.consent.ConsentWord.State;
import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConsentWordTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void whatWasGrantedAllowsUntilItExpires() {
        // Given
        var word = word(State.GRANTED, NOW, Optional.of(NOW.plusSeconds(10)), "checkout");
        // When
        boolean before = word.allows(NOW.plusSeconds(9));
        boolean after = word.allows(NOW.plusSeconds(10));
        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
    }

    @Test
    void whatWasWithdrawnAllowsNothing() {
        // Given
        var word = word(State.WITHDRAWN, NOW, Optional.empty(), "call");
        // When
        boolean allowed = word.allows(NOW);
        // Then
        assertThat(allowed).isFalse();
    }

    @Test
    void whatIsWrongIsSaidOfItsField() {
        // Given
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        // When
        // Then
        assertThat(field(() -> word(State.GRANTED, tomorrow, Optional.empty(), "checkout")))
                .isEqualTo("consent.effectiveTime");
        assertThat(field(() -> word(State.GRANTED, NOW, Optional.of(NOW), "checkout")))
                .isEqualTo("consent.expireTime");
        assertThat(field(() -> word(State.WITHDRAWN, NOW, Optional.of(tomorrow), "checkout")))
                .isEqualTo("consent.expireTime");
        assertThat(field(() -> word(State.GRANTED, NOW, Optional.empty(), ""))).isEqualTo("consent.source");
        assertThat(field(() -> word(State.GRANTED, NOW, Optional.empty(), "a\nb")))
                .isEqualTo("consent.source");
    }

    private static String field(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call).violations().get(0).field();
    }

    private static ConsentWord word(State state, Instant effective, Optional<Instant> expire, String source) {
        return new ConsentWord(
                UUID.randomUUID(), "marketing", "email", state, effective, expire, source, "v1", "", NOW);
    }
}
