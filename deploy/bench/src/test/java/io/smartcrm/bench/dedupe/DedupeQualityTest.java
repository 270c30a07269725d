package io.smartcrm.bench.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.bench.Figures;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DedupeQualityTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--seed=1", "--seed=2", "--seed=1 --without-trait"})
    void duplicatesAreFoundSurelyAndMostOfThem(String options) {
        // Given
        String[] args = ("--records=20000 " + options).split(" ", -1);

        // When
        Map<String, Double> figures = figures(DedupeQuality.run(DedupeQuality.SYNTAX.parse(args)));

        // Then
        assertThat(figures.get("precision")).isGreaterThanOrEqualTo(0.98);
        assertThat(figures.get("recall")).isGreaterThanOrEqualTo(0.9);
    }

    private static Map<String, Double> figures(Figures figures) {
        Map<String, Double> byName = new TreeMap<>();
        for (String figure : figures.line().split(" ", -1)) {
            int equals = figure.indexOf('=');
            byName.put(figure.substring(0, equals), Double.valueOf(figure.substring(equals + 1)));
        }
        return byName;
    }
}
