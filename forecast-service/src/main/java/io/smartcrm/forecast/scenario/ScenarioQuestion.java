package io.smartcrm.forecast.scenario;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What somebody plans, and what else could be.
 *
 * @param horizon steps ahead
 * @param plan what was and what is planned, beside what is in the plan that is kept
 * @param others futures that replace the plan from the first forecast step on
 * @param paydays days of the month
 */
record ScenarioQuestion(
        DemandScope scope,
        DemandStep step,
        int horizon,
        DemandPlan plan,
        List<Scenario> others,
        Set<LocalDate> holidays,
        List<Integer> paydays) {
    record Scenario(String name, DemandPlan plan) {
        Scenario {
            requireNonNull(name, "name is null");
            requireNonNull(plan, "plan is null");
        }
    }

    ScenarioQuestion {
        requireNonNull(scope, "scope is null");
        requireNonNull(step, "step is null");
        requireNonNull(plan, "plan is null");
        others = List.copyOf(others);
        holidays = Set.copyOf(holidays);
        paydays = List.copyOf(paydays);
    }

    /** Told what is kept, too. */
    ScenarioQuestion beside(DemandPlan kept) {
        return new ScenarioQuestion(scope, step, horizon, kept.and(plan), others, holidays, paydays);
    }
}
