package io.smartcrm.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.bench.UsageException;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunnerTest {
    @Test
    void theNumberOfThreadsDoesNotChangeTheForecasts() {
        // Given
        Random random = new Random(3);
        Map<String, double[]> train = new LinkedHashMap<>();
        Map<String, double[]> test = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            train.put("s" + i, random.doubles(40, 10, 90).toArray());
            test.put("s" + i, random.doubles(4, 10, 90).toArray());
        }
        List<Task> tasks = Task.pair(train, test, 4);

        // When
        List<Forecast> alone = new Runner(tasks, 4, 4, 1, 0.95).run(Method.THETA);
        List<Forecast> together = new Runner(tasks, 4, 4, 3, 0.95).run(Method.THETA);

        // Then
        for (int i = 0; i < tasks.size(); i++) {
            assertThat(together.get(i).mean()).containsExactly(alone.get(i).mean());
        }
    }

    @Test
    void seriesArePairedByIdInTheOrderOfTheTestFile() {
        // Given
        Map<String, double[]> train = Map.of("a", new double[] {1}, "b", new double[] {2}, "c", new double[] {3});
        Map<String, double[]> test = new LinkedHashMap<>();
        test.put("b", new double[] {20, 21, 22});
        test.put("x", new double[] {90});
        test.put("a", new double[] {10});

        // When
        List<Task> tasks = Task.pair(train, test, 2);

        // Then
        assertThat(tasks).extracting(Task::id).containsExactly("b", "a");
        assertThat(tasks.get(0).actual()).containsExactly(20, 21);
        assertThat(tasks.get(1).actual()).containsExactly(10, Double.NaN);
    }

    @Test
    void filesWithoutACommonSeriesAreRefused() {
        // When / Then
        assertThatThrownBy(() -> Task.pair(Map.of("a", new double[] {1}), Map.of("A", new double[] {1}), 1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining("'A'");
    }
}
