package io.smartcrm.forecast.stateless;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.forecasting.Method;
import java.util.List;
import java.util.Optional;

/**
 * How series are to be forecast.
 *
 * @param period steps in a season; 1 for none
 * @param horizon steps ahead
 * @param methods that hold when none is named
 * @param method empty to choose one for each series by how it would have done in the past
 * @param levels of prediction intervals
 * @param nonNegative whether the numbers cannot be below zero
 */
public record SeriesWish(
        int period, int horizon, MethodSet methods, Optional<Method> method, List<Double> levels, boolean nonNegative) {
    public SeriesWish {
        requireNonNull(methods, "methods is null");
        requireNonNull(method, "method is null");
        levels = List.copyOf(levels);
    }
}
