package io.smartcrm.forecast.scenario;

import io.smartcrm.forecast.forecasting.CalendarSteps;
import io.smartcrm.forecast.forecasting.DemandRegression;
import io.smartcrm.forecast.forecasting.DemandRegression.Effect;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.KnownEvents;
import io.smartcrm.forecast.forecasting.Regressor;
import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The futures of a series that a regression on prices, promotions and the calendar tells apart.
 *
 * @param forecasts that of the plan first
 * @param effects of a price: of one percent more
 */
record ScenarioComparison(List<ScenarioForecast> forecasts, List<Effect> effects) {
    static final double[] LEVELS = {0.8, 0.95};

    ScenarioComparison {
        forecasts = List.copyOf(forecasts);
        effects = List.copyOf(effects);
    }

    /**
     * Learns from the history and looks ahead.
     *
     * @throws UnseenException if a price or promotion is to differ that never did in the history
     */
    static ScenarioComparison of(ScenarioQuestion question, DemandHistory history) {
        Futures futures = new Futures(question, history);
        List<Regressor> planned = futures.regressors(question.plan());
        DemandRegression regression = DemandRegression.of(history.values(), 1, planned);
        List<ScenarioForecast> forecasts = new ArrayList<>();
        forecasts.add(futures.forecast("", regression.forecast(question.horizon(), LEVELS)));
        for (ScenarioQuestion.Scenario other : question.others()) {
            List<Regressor> regressors = futures.regressors(other.plan());
            forecasts.add(futures.forecast(other.name(), regression.forecast(regressors, question.horizon(), LEVELS)));
        }
        List<Effect> effects = regression.effects().stream()
                .map(effect -> effect.name().equals(KnownEvents.PRICE) ? onePercent(effect) : effect)
                .toList();
        return new ScenarioComparison(forecasts, effects);
    }

    private static Effect onePercent(Effect price) {
        return new Effect(
                price.name(),
                KnownEvents.ONE_PERCENT * price.change(),
                KnownEvents.ONE_PERCENT * price.standardError());
    }

    /** Something is to change of which the past does not tell what it is worth. */
    static final class UnseenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnseenException(String message) {
            super(message);
        }
    }

    /** The steps of history and horizon, and what each of them is told. */
    private static final class Futures {
        private final ScenarioQuestion question;
        private final DemandHistory history;
        private final int steps;
        private final boolean prices;
        private final boolean promotions;

        Futures(ScenarioQuestion question, DemandHistory history) {
            this.question = question;
            this.history = history;
            this.steps = history.steps() + question.horizon();
            this.prices = tells(plan -> plan.prices().size());
            this.promotions = tells(plan -> plan.promotions().size());
        }

        private boolean tells(ToDoubleFunction<DemandPlan> count) {
            return count.applyAsDouble(question.plan()) > 0
                    || question.others().stream().anyMatch(other -> count.applyAsDouble(other.plan()) > 0);
        }

        List<Regressor> regressors(DemandPlan plan) {
            List<Regressor> regressors = new ArrayList<>();
            if (prices) {
                DemandPlan told = priced(plan);
                regressors.add(Regressor.price(perStep((day, past) -> (past ? question.plan() : told).price(day))));
                requireSeen(regressors.get(0), "one price held all along; name the others that did");
            }
            if (promotions) {
                double[] shares = perStep((day, past) -> (past ? question.plan() : plan).isPromoted(day) ? 1.0 : 0.0);
                Regressor promotion = Regressor.promotion(shares);
                requireSeen(promotion, "the history has none, or nothing else; name those that were");
                regressors.add(promotion);
            }
            regressors.addAll(calendar());
            return regressors;
        }

        /** A future of which no price is told has the plan's. */
        private DemandPlan priced(DemandPlan plan) {
            if (question.plan().prices().isEmpty()) {
                throw new UnseenException(
                        "prices are told of some futures only; tell the plan's, past ones among them");
            }
            return plan.prices().isEmpty() ? question.plan() : plan;
        }

        private void requireSeen(Regressor regressor, String detail) {
            boolean differs =
                    IntStream.range(1, history.steps()).anyMatch(step -> regressor.value(step) != regressor.value(0));
            if (!differs) {
                throw new UnseenException("what a " + regressor.name() + " is worth cannot be learned: " + detail);
            }
        }

        private double[] perStep(ValueOfDay value) {
            LocalDate end = history.start(history.steps());
            return history.perStep(steps, day -> value.on(day, day.isBefore(end)));
        }

        /** The season, once it was seen twice, and special days. */
        private List<Regressor> calendar() {
            CalendarSteps days = new CalendarSteps(history.start(), unit(history.step()), steps);
            List<Regressor> regressors = new ArrayList<>();
            if (history.steps() >= 2 * history.step().season()) {
                regressors.addAll(history.step() == DemandStep.DAY ? days.daysOfWeek() : days.months());
            }
            if (!question.holidays().isEmpty()) {
                regressors.add(days.holidays(question.holidays()));
            }
            if (!question.paydays().isEmpty()) {
                regressors.add(days.paydays(
                        question.paydays().stream().mapToInt(Integer::intValue).toArray()));
            }
            return regressors;
        }

        ScenarioForecast forecast(String name, Forecast forecast) {
            List<LocalDate> starts = IntStream.range(history.steps(), steps)
                    .mapToObj(history::start)
                    .toList();
            return new ScenarioForecast(name, starts, forecast.nonNegative());
        }

        private static ChronoUnit unit(DemandStep step) {
            return switch (step) {
                case DAY -> ChronoUnit.DAYS;
                case WEEK -> ChronoUnit.WEEKS;
                case MONTH -> ChronoUnit.MONTHS;
            };
        }
    }

    @FunctionalInterface
    private interface ValueOfDay {
        double on(LocalDate day, boolean past);
    }
}
