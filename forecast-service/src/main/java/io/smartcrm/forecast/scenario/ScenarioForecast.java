package io.smartcrm.forecast.scenario;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Forecast;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What is expected if it comes that way.
 *
 * @param name empty for the plan itself
 * @param starts first day of each step
 */
record ScenarioForecast(String name, List<LocalDate> starts, Forecast forecast) {
    ScenarioForecast {
        requireNonNull(name, "name is null");
        requireNonNull(forecast, "forecast is null");
        starts = List.copyOf(starts);
    }

    /** Expected over the whole horizon. */
    double total() {
        return Arrays.stream(forecast.mean()).sum();
    }
}
