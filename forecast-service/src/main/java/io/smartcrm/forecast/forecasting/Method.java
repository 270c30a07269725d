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
    THETA(new Deseasonalised(new ThetaLines())),
    /** Simple exponential smoothing of the seasonally adjusted series: a level that follows. */
    SES(new Deseasonalised(new SimpleLevel())),
    /** Level and straight trend of the seasonally adjusted series. */
    HOLT(new Deseasonalised(Smoothing.holt())),
    /** Level and a trend that fades, of the seasonally adjusted series. */
    DAMPED(new Deseasonalised(Smoothing.damped())),
    /** Level, trend and season smoothed together. */
    HOLT_WINTERS(Smoothing.holtWinters()),
    /** The exponential smoothing model with the best likelihood for its number of parameters. */
    ETS(new AutomaticSmoothing(AutomaticSmoothing.LONGEST_SEASON)),
    /** The last value and the mean change from there. */
    DRIFT(new Drift()),
    /** The mean of the last values, as many as forecast best. */
    MA(MovingAverage.chosen()),
    /** {@link #THETA} with the theta that fits best. */
    OTM(new Deseasonalised(OptimisedTheta.fixedLine())),
    /** {@link #OTM} with a line that follows. */
    DOTM(new Deseasonalised(OptimisedTheta.followingLine())),
    /** Rare demand: size over interval. */
    CROSTON(Croston.original()),
    /** {@link #CROSTON} without its bias. */
    SBA(Croston.withoutBias()),
    /** Rare demand that may fade: probability times size. */
    TSB(new DecliningDemand()),
    /** Rare demand, summed until it is not rare. */
    ADIDA(new Aggregated()),
    /** The ARIMA or SARIMA model with the smallest criterion of Akaike among those that stepwise search meets. */
    ARIMA(new AutomaticArima()),
    /** Seasons of one or two lengths taken out by loess, the rest smoothed like {@link #ETS}. */
    STL(new Decomposed(new AutomaticSmoothing(AutomaticSmoothing.LONGEST_SEASON))),
    /** Changes explained by earlier ones, as far back as a season and more. */
    AR(new Autoregression()),
    /** A straight line and a fixed season, errors carrying over. */
    LINEAR(new TrendRegression(1)),
    /** Like {@link #LINEAR}, the line bent up to the third power if that is worth it. */
    POLYNOMIAL(new TrendRegression(3)),
    /** The mean of {@link #SES}, {@link #HOLT} and {@link #DAMPED} (Makridakis &amp; Hibon 2000). */
    COMB(new Deseasonalised(Combination.mean(new SimpleLevel(), Smoothing.holt(), Smoothing.damped()))),
    /** The median of {@link #SES}, {@link #DAMPED}, {@link #THETA} and {@link #ETS}: right where most are, on short histories. */
    MEDIAN(Combination.median(
            new Deseasonalised(new SimpleLevel()),
            new Deseasonalised(Smoothing.damped()),
            new Deseasonalised(new ThetaLines()),
            new AutomaticSmoothing(AutomaticSmoothing.LONGEST_SEASON))),
    /** Several of these, weighted by how they did; rare demand by methods made for it. */
    ENSEMBLE(new Ensemble());

    @SuppressWarnings("ImmutableEnumChecker") // Models hold no state; java.* has no annotation that says so.
    private final Model model;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Forecaster forecaster;

    Method(Model model) {
        this.model = model;
        this.forecaster = new CalibratedForecaster(model);
    }

    public Forecaster forecaster() {
        return forecaster;
    }

    /** One that takes into account what is known beforehand. */
    public Forecaster forecaster(KnownEvents events) {
        return events.regressors().isEmpty() ? forecaster : events.tell(model);
    }

    /** The name on the wire: lower case, words joined by a hyphen. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the service uses when nobody chooses. */
    public static Method byDefault() {
        return ENSEMBLE;
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
                .filter(method -> method.id().equalsIgnoreCase(id.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no forecasting method '" + id + "'; there are "
                        + Arrays.stream(values()).map(Method::id).collect(Collectors.joining(", "))));
    }
}
