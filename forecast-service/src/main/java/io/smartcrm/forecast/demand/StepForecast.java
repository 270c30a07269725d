package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What one step is expected to sell, in pieces, with the bounds it stays within 80 and 95 times of 100.
 *
 * @param start its first day
 */
public record StepForecast(
        LocalDate start, double mean, double lower80, double upper80, double lower95, double upper95) {
    public StepForecast {
        requireNonNull(start, "start is null");
    }
}
