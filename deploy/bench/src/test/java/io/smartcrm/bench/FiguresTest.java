package io.smartcrm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void figuresKeepTheirOrderAndUseADotInEveryLocale() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            // When
            String line = new Figures()
                    .add("series", 645)
                    .add("smape", 16.7234, 3)
                    .add("mase", Double.NaN, 3)
                    .add("method", "theta")
                    .line();

            // Then
            assertThat(line).isEqualTo("series=645 smape=16.723 mase=nan method=theta");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aValueThatWouldBreakTheLineIsRefused() {
        // When / Then
        assertThatThrownBy(() -> new Figures().add("note", "two words")).hasMessageContaining("two words");
    }
}
