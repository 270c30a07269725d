/**
 * Answers what would be asked for at other prices and with other promotions: {@code ScenarioGrpc -> DemandScenarios ->
 * ScenarioComparison}.
 */
@NullMarked
package io.smartcrm.forecast.scenario;

import org.jspecify.annotations.NullMarked;
