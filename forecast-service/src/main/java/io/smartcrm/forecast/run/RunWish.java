package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.forecasting.Reconciliation;
import java.util.Optional;

/**
 * How all series are to be forecast.
 *
 * @param horizon weeks ahead
 * @param methodVersion by which promotion the method was had; empty if somebody named it
 */
record RunWish(int horizon, Reconciliation reconciliation, Method method, Optional<Integer> methodVersion) {
    RunWish {
        requireNonNull(reconciliation, "reconciliation is null");
        requireNonNull(method, "method is null");
        requireNonNull(methodVersion, "methodVersion is null");
    }

    /** By a method that was named. */
    static RunWish by(Method named, int horizon, Reconciliation reconciliation) {
        return new RunWish(horizon, reconciliation, named, Optional.empty());
    }

    /** By the method that holds. */
    static RunWish by(MethodSet methods, int horizon, Reconciliation reconciliation) {
        return new RunWish(horizon, reconciliation, methods.champion(), Optional.of(methods.version()));
    }

    /** Whether both were asked for in the same words; what was promoted in between is another matter. */
    boolean asksLike(RunWish other) {
        return horizon == other.horizon
                && reconciliation == other.reconciliation
                && methodVersion.isPresent() == other.methodVersion.isPresent()
                && (methodVersion.isPresent() || method == other.method);
    }
}
