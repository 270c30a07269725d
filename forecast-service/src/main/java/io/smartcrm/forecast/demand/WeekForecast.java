package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What one week is expected to sell, in pieces, with the bounds it stays within in 80 and in 95 of 100 weeks.
 *
 * @param week its Monday
 */
public record WeekForecast(
        LocalDate week, double mean, double lower80, double upper80, double lower95, double upper95) {
    public WeekForecast {
        requireNonNull(week, "week is null");
    }
}
