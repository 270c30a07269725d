package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a method is chosen from when nobody names one.
 *
 * @param version which promotion made it hold; 0 is what the program brings along
 * @param champion forecasts where no other is clearly better
 * @param candidates what the champion has to beat or be beaten by; none for those that suit the kind of the series
 */
public record MethodSet(int version, Method champion, List<Method> candidates) {
    public static final MethodSet BUILT_IN = new MethodSet(0, Method.byDefault(), List.of());

    /** On more values the search for a seasonal ARIMA, repeated from every origin, takes too long for an answer. */
    private static final int LONGEST_SEASONAL_SEARCH = 300;

    /** On longer histories the default, which holds the same methods, knows better how to weigh them. */
    private static final int LONGEST_FOR_MEDIAN = 100;

    public MethodSet {
        requireNonNull(champion, "champion is null");
        candidates = List.copyOf(candidates);
        if (Set.copyOf(candidates).size() < candidates.size()) {
            throw new IllegalArgumentException("a candidate is there twice: " + candidates);
        }
    }

    /** What is worth trying on series of that kind, the champion first, {@link Method#NAIVE} always among them. */
    List<Method> candidates(boolean rare, boolean seasonal, int length) {
        Set<Method> methods = new LinkedHashSet<>(List.of(champion, Method.NAIVE));
        methods.addAll(candidates.isEmpty() ? suited(rare, seasonal, length) : candidates);
        if (seasonal && length > LONGEST_SEASONAL_SEARCH && champion != Method.ARIMA) {
            methods.remove(Method.ARIMA);
        }
        return List.copyOf(methods);
    }

    private static List<Method> suited(boolean rare, boolean seasonal, int length) {
        List<Method> methods = new ArrayList<>(List.of(Method.byDefault()));
        methods.addAll(
                rare
                        ? List.of(Method.MA, Method.SES, Method.CROSTON, Method.SBA, Method.TSB, Method.ADIDA)
                        : List.of(Method.THETA, Method.ETS, Method.ARIMA, Method.AR, Method.LINEAR));
        if (!rare && length <= LONGEST_FOR_MEDIAN) {
            methods.add(Method.MEDIAN);
        }
        if (seasonal) {
            methods.add(Method.SNAIVE);
            methods.add(Method.STL);
        }
        return methods;
    }
}
