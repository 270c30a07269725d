package io.smartcrm.gateway.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnalysisResourceTest {
    @Test
    void whatIsNotKnownOfACustomerIsLeftOut() {
        // When
        Response answer = Callers.as("agent").get("/api/v1/customers/" + Ids.KNOWN + "/analysis");

        // Then
        assertThat(answer.jsonPath().getString("categories[0].name")).isEqualTo("Home/Mugs");
        assertThat(answer.jsonPath().getDouble("refundRate")).isZero();
        assertThat(answer.jsonPath().getString("basketValues[0].mean")).isEqualTo("12.50");
        assertThat(answer.jsonPath().getMap("")).doesNotContainKeys("priceLevel", "caseSentiment", "firstOrderTime");
    }

    @Test
    void cohortsTellHowManyCameBack() {
        // When
        Response answer =
                Callers.as("analyst").queryParam("fromMonth", "2026-01").get("/api/v1/cohorts");

        // Then
        assertThat(answer.jsonPath().getString("[0].month")).isEqualTo("2026-01-01");
        assertThat(answer.jsonPath().getDouble("[0].months[1].retention")).isEqualTo(0.25);
    }
}
