package io.smartcrm.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.forecast.forecasting.DemandClass;
import io.smartcrm.forecast.forecasting.Method;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManySeriesTest {
    @Test
    void aThirdOfTheProductsSellsSeldom() {
        // When
        long seldom = IntStream.range(0, 30)
                .filter(product -> DemandClass.of(ManySeries.sold(product)).isIntermittent())
                .count();

        // Then
        assertThat(seldom).isEqualTo(10);
    }

    @Test
    void timeAndHeapAreMeasured() {
        // When
        double seconds = new ManySeries(Method.SES, 20).seconds(2);

        // Then
        assertThat(seconds).isPositive();
        assertThat(ManySeries.peakHeapMegabytes()).isPositive();
    }
}
