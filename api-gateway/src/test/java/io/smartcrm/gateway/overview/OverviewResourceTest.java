package io.smartcrm.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverviewResourceTest {
    @Test
    void allPartsComeInOneAnswer() {
        // When
        JsonPath overview = overview(Ids.KNOWN).jsonPath();

        // Then
        assertThat(overview.getString("customer.name")).isEqualTo("Ada Example");
        assertThat(overview.getList("orders")).hasSize(1);
        assertThat(overview.getString("rfmScore.code")).isEqualTo("555");
        assertThat(overview.getString("assessment.lifecycleState")).isEqualTo("AT_RISK");
        assertThat(overview.getString("assessment.nextBestAction.action")).isEqualTo("WIN_BACK");
        assertThat(overview.getList("recommendations.items")).hasSize(1);
        assertThat(overview.getList("offers.title")).containsExactly("We miss you");
        assertThat(overview.getList("partial")).isEmpty();
    }

    @Test
    void partsThatAreDownOrSlowAreNamedAndTheRestIsThere() {
        // When
        Response answer = overview(Ids.HALF);

        // Then
        JsonPath overview = answer.jsonPath();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(overview.getString("customer.id")).isEqualTo(Ids.HALF);
        assertThat(overview.getList("orders")).hasSize(1);
        assertThat(overview.getMap("")).doesNotContainKeys("rfmScore", "assessment", "recommendations", "offers");
        assertThat(overview.getList("partial.part"))
                .containsExactly("rfmScore", "assessment", "recommendations", "offers");
        assertThat(overview.getList("partial.service")).contains("loyalty-service", "recommend-service");
        assertThat(overview.getList("partial.reason")).contains("SERVICE_UNREACHABLE", "SERVICE_TIMEOUT");
    }

    @Test
    void aCustomerWhoNeverBoughtHasNoScoreAndNothingIsMissing() {
        // When
        JsonPath overview = overview(Ids.NEVER_BOUGHT).jsonPath();

        // Then
        assertThat(overview.getMap("")).doesNotContainKey("rfmScore");
        assertThat(overview.getList("partial")).isEmpty();
    }

    @Test
    void anUnknownCustomerHasNoOverview() {
        assertThat(overview(Ids.UNKNOWN).statusCode()).isEqualTo(404);
    }

    @Test
    void thereIsNoOverviewWhenNothingAnswers() {
        // When
        Response answer = overview(Ids.DOWN);

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("SERVICE_UNREACHABLE");
    }

    private static Response overview(String id) {
        return Callers.as("agent").get("/api/v1/customers/" + id + "/overview");
    }
}
