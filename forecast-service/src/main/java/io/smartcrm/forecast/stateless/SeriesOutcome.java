package io.smartcrm.forecast.stateless;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.MethodChoice;
import io.smartcrm.forecast.accuracy.RollingOrigin;
import io.smartcrm.forecast.accuracy.SeriesProfile;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import java.util.Optional;

/** What came of one series. */
public sealed interface SeriesOutcome {
    /** Choosing repeats the past with every candidate, which takes too long on more. */
    int MOST_VALUES_TO_CHOOSE_BY = 1_000;

    /** @param explanation why this method; empty when it was named */
    record Forecasted(String id, Method method, Forecast forecast, SeriesProfile profile, String explanation)
            implements SeriesOutcome {
        public Forecasted {
            requireNonNull(id, "id is null");
            requireNonNull(method, "method is null");
            requireNonNull(forecast, "forecast is null");
            requireNonNull(profile, "profile is null");
            requireNonNull(explanation, "explanation is null");
        }
    }

    /** @param field path within the series, such as {@code values[3]} */
    record Refused(String id, String field, String detail) implements SeriesOutcome {
        public Refused {
            requireNonNull(id, "id is null");
            requireNonNull(field, "field is null");
            requireNonNull(detail, "detail is null");
        }
    }

    static SeriesOutcome of(TimeSeries series, SeriesWish wish) {
        Optional<Refused> refusal = series.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (wish.method().isPresent()) {
            SeriesProfile profile = SeriesProfile.of(series.values(), wish.period());
            return forecast(series, wish, wish.method().get(), profile, "");
        }
        if (series.values().length > MOST_VALUES_TO_CHOOSE_BY) {
            return new Refused(
                    series.id(),
                    "values",
                    series.values().length + " of them; a method is chosen by at most " + MOST_VALUES_TO_CHOOSE_BY
                            + ": send the latest, or name a method");
        }
        RollingOrigin past = RollingOrigin.of(wish.period(), wish.horizon(), wish.nonNegative())
                .forLength(series.values().length);
        MethodChoice choice = MethodChoice.of(series.values(), past, wish.methods());
        return forecast(series, wish, choice.method(), choice.profile(), choice.explanation());
    }

    private static SeriesOutcome forecast(
            TimeSeries series, SeriesWish wish, Method method, SeriesProfile profile, String explanation) {
        double[] levels =
                wish.levels().stream().mapToDouble(Double::doubleValue).toArray();
        Forecast forecast = method.forecaster().forecast(series.values(), wish.period(), wish.horizon(), levels);
        return new Forecasted(
                series.id(), method, wish.nonNegative() ? forecast.nonNegative() : forecast, profile, explanation);
    }
}
