package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodTest {
    @ParameterizedTest
    @EnumSource
    void aMethodIsFoundByItsNameInAnyCase(Method method) {
        // When / Then
        assertThat(Method.named(method.id())).isEqualTo(method);
        assertThat(Method.named(method.name())).isEqualTo(method);
    }

    @Test
    void theDefaultHasAName() {
        // When / Then
        assertThat(Method.named("default")).isEqualTo(Method.ENSEMBLE);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        // When / Then
        assertThatThrownBy(() -> Method.named("prophecy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'prophecy'")
                .hasMessageContaining("naive, snaive, naive2, theta, ses, holt, damped, holt-winters, ets");
    }
}
