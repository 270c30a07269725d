package io.smartcrm.gateway.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeResourceTest {
    private static final String PROGRAMME = "/api/v1/loyalty-programme";

    @Test
    void aProgrammeIsReadWithItsVersion() {
        // When
        Response answer = Callers.as("agent").get(PROGRAMME);

        // Then
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.jsonPath().getInt("rules[0].perAmount.perMinorUnits")).isEqualTo(100);
        assertThat(answer.jsonPath().getMap("rules[0]")).doesNotContainKeys("multiplier", "bonus");
    }

    @Test
    void whatIsPutArrivesWhole() {
        // When
        Response answer = put("""
                {"name": "Club", "startTime": "2026-01-01T00:00:00Z", "currencyCode": "EUR", "negativePolicy": "FORGIVE",
                "tiers": [{"name": "gold", "threshold": 100}],
                "referrals": {"referrerPoints": 200, "minimumMinorUnits": 2000, "perMember": 20},
                "rules": [{"name": "Mondays", "multiplier": {"percent": 200}, "conditions": {"weekdays": [1],
                    "categories": ["Home/Kitchen"], "birthday": true, "birthdayDays": 7}}]}""");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("active")).isTrue();
        assertThat(answer.jsonPath().getString("negativePolicy")).isEqualTo("FORGIVE");
        assertThat(answer.jsonPath().getInt("referrals.perMember")).isEqualTo(20);
        assertThat(answer.jsonPath().getInt("rules[0].multiplier.percent")).isEqualTo(200);
        assertThat(answer.jsonPath().getList("rules[0].conditions.weekdays")).containsExactly(1);
        assertThat(answer.jsonPath().getList("rules[0].conditions.categories")).containsExactly("Home/Kitchen");
        assertThat(answer.jsonPath().getBoolean("rules[0].conditions.birthday")).isTrue();
        assertThat(answer.jsonPath().getInt("rules[0].conditions.birthdayDays")).isEqualTo(7);
    }

    @Test
    void aRuleOfTwoKindsIsRefused() {
        // When
        Response answer = put("""
                {"name": "Club", "rules": [{"name": "both", "bonus": {"points": 1}, "multiplier": {"percent": 200}}]}""");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).contains("rules");
    }

    private static Response put(String body) {
        return Callers.as("marketer")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(body)
                .put(PROGRAMME);
    }
}
