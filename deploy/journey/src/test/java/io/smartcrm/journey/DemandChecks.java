package io.smartcrm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** What must hold of every demand forecast. */
final class DemandChecks {
    private DemandChecks() {}

    /** Six weeks by the method chosen and one beside it, nested intervals, the chosen one recommended. */
    static void assertSixWeeksByTwoMethods(JsonNode forecast) {
        assertThat(Journey.stream(forecast.path("forecasts"))
                        .map(method -> method.path("method").asText()))
                .hasSize(2)
                .first()
                .isEqualTo(forecast.path("choice").path("method").asText());
        assertThat(Journey.stream(forecast.path("forecasts"))
                        .filter(method -> method.path("recommended").asBoolean()))
                .hasSize(1);
        assertThat(forecast.path("explanation").asText()).isNotBlank();
        LocalDate lastWeek = LocalDate.parse(forecast.path("history")
                .path(forecast.path("history").size() - 1)
                .path("week")
                .asText());
        for (JsonNode method : forecast.path("forecasts")) {
            assertThat(method.path("points")).hasSize(6);
            for (int week = 0; week < 6; week++) {
                JsonNode point = method.path("points").path(week);
                assertThat(LocalDate.parse(point.path("week").asText())).isEqualTo(lastWeek.plusWeeks(week + 1L));
                assertThat(new double[] {
                            0,
                            point.path("lower95").asDouble(),
                            point.path("lower80").asDouble(),
                            point.path("mean").asDouble(),
                            point.path("upper80").asDouble(),
                            point.path("upper95").asDouble()
                        })
                        .isSorted();
            }
        }
    }

    /** Whoever names methods gets those. */
    static void assertBy(JsonNode forecast, String... methods) {
        assertThat(Journey.stream(forecast.path("forecasts"))
                        .map(method -> method.path("method").asText()))
                .containsExactlyInAnyOrder(methods);
        assertThat(forecast.path("forecasts"))
                .allSatisfy(method -> assertThat(method.path("points")).hasSize(6));
    }

    /** Both methods looked back, and the words name the one that is recommended. */
    static void assertChoiceRestsOnABacktest(JsonNode forecast) {
        JsonNode best = forecast.path("forecasts").path(0);
        assertThat(best.path("recommended").asBoolean()).isTrue();
        assertThat(forecast.path("explanation").asText())
                .contains(best.path("method").asText());
        assertThat(forecast.path("forecasts"))
                .allSatisfy(method -> assertThat(
                                method.path("backtest").path("origins").asInt())
                        .isPositive());
    }
}
