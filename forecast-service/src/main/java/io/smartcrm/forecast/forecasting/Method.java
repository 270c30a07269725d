package io.smartcrm.forecast.forecasting;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The methods on offer, under the names that benchmarks, requests and stored forecasts use. */
public enum Method {
    /** The last value, for ever. */
    NAIVE(new Naive()),
    /** The value one season earlier. */
    SNAIVE(new SeasonalNaive()),
    /** {@link #NAIVE} on the seasonally adjusted series: the yardstick of the M competitions. */
    NAIVE2(new Deseasonalised(new Naive())),
    /** The classical Theta method on the seasonally adjusted series: a damped trend with an exponentially smoothed level. */
    THETA(new Deseasonalised(new ThetaLines()));

    @SuppressWarnings("ImmutableEnumChecker") // Models hold no state; java.* has no annotation that says so.
    private final Forecaster forecaster;

    Method(Model model) {
        this.forecaster = new CalibratedForecaster(model);
    }

    public Forecaster forecaster() {
        return forecaster;
    }

    /** The name on the wire: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the service uses when nobody chooses. */
    public static Method byDefault() {
        return THETA;
    }

    /**
     * The method of that name, in any case; {@code default} is {@link #byDefault()}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Method named(String id) {
        if (id.equalsIgnoreCase("default")) {
            return byDefault();
        }
        return Arrays.stream(values())
                .filter(method -> method.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no forecasting method '" + id + "'; there are "
                        + Arrays.stream(values()).map(Method::id).collect(Collectors.joining(", "))));
    }
}
