package io.smartcrm.gateway.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralResourceTest {
    private static final String CUSTOMER = "/api/v1/customers/" + Ids.KNOWN;

    @Test
    void aMemberGetsACode() {
        // When
        Response answer = Callers.as("agent").put(CUSTOMER + "/referral-code");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("7QX2M-0TJ4K-W9ZCD");
    }

    @Test
    void aClaimAnswersTheReferral() {
        // When
        Response answer = claim("7QX2M-0TJ4K-W9ZCD");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("WAITING");
        assertThat(answer.jsonPath().getLong("referrerPoints")).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("")).doesNotContainKeys("orderId", "endTime");
    }

    @Test
    void anUnknownCodeIsNotFound() {
        // When
        Response answer = claim("OTHER");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("REFERRAL_CODE_NOT_FOUND");
    }

    @Test
    void aClaimNeedsItsKey() {
        // When
        Response answer = Callers.as("agent")
                .contentType("application/json")
                .body("{\"code\": \"OTHER\"}")
                .post(CUSTOMER + "/referral");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void referralsComeByThePage() {
        // When
        Response answer = Callers.as("analyst").get(CUSTOMER + "/referrals?pageSize=1");

        // Then
        assertThat(answer.jsonPath().getList("items")).hasSize(1);
        assertThat(answer.jsonPath().getString("nextPageToken")).isEqualTo("next");
    }

    private static Response claim(String code) {
        return Callers.as("agent")
                .header("Idempotency-Key", "claim-" + code)
                .contentType("application/json")
                .body("{\"code\": \"" + code + "\"}")
                .post(CUSTOMER + "/referral");
    }
}
