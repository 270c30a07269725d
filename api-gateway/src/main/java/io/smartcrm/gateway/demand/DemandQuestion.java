package io.smartcrm.gateway.demand;

import io.smartcrm.gateway.demand.DemandForecastView.ScopeView;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is asked about coming demand; 0, nothing and empty mean what the service takes by default.
 *
 * @param step DAY, WEEK or MONTH
 */
record DemandQuestion(
        ScopeView scope, String step, int horizon, List<String> methods, OptionalDouble serviceLevel, int leadTime) {
    DemandQuestion {
        methods = List.copyOf(methods);
    }
}
