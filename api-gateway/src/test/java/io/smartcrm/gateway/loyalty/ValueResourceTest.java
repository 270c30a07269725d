package io.smartcrm.gateway.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ValueResourceTest {
    @Test
    void whatIsNotKnownIsLeftOut() {
        // When
        var value = Callers.as("agent")
                .get("/api/v1/customers/" + Ids.KNOWN + "/value")
                .jsonPath();

        // Then
        assertThat(value.getDouble("aliveInterval.low")).isEqualTo(0.6);
        assertThat(value.getMap("")).doesNotContainKeys("expectedAmount", "expectedValue", "valueInterval");
    }

    @Test
    void theModelTellsItsParametersByName() {
        // When
        var model = Callers.as("analyst").get("/api/v1/value-model").jsonPath();

        // Then
        assertThat(model.getString("parameters[0].name")).isEqualTo("r");
        assertThat(model.getDouble("tracking[0].expected")).isEqualTo(2.5);
    }

    @Test
    void aStateTellsHowLongItTakesToLeaveItOnceSomebodyDid() {
        // When
        var rates = Callers.as("analyst").get("/api/v1/lifecycle-rates").jsonPath();

        // Then
        assertThat(rates.getDouble("rates[0].perDay")).isEqualTo(0.01);
        assertThat(rates.getMap("counts[0]")).doesNotContainKey("expectedDays");
        assertThat(rates.getDouble("counts[1].expectedDays")).isEqualTo(40);
    }

    @Test
    void anAssessmentNamesWhatIsMissing() {
        // When
        var assessment = Callers.as("agent")
                .get("/api/v1/customers/" + Ids.KNOWN + "/loyalty-assessment")
                .jsonPath();

        // Then
        assertThat(assessment.getString("nextBestAction.action")).isEqualTo("WIN_BACK");
        assertThat(assessment.getString("missing[0].name")).isEqualTo("CHURN_SCORE");
        assertThat(assessment.getMap("")).doesNotContainKeys("alive", "rfmSegment", "tier");
    }
}
