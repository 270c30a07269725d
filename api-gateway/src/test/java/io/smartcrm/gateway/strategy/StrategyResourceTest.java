package io.smartcrm.gateway.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrategyResourceTest {
    private static final String STRATEGIES = "/api/v1/strategies";

    @Test
    void whatIsWrittenArrivesWholeAndComesBack() {
        // When
        Response answer = post("""
                {"name": "Thanks", "purpose": "REWARD", "segmentId": "%1$s",
                "trigger": {"schedule": {"cadence": "WEEKLY", "day": 2, "time": "09:30", "timeZone": "Europe/Berlin"}},
                "conditions": [{"fact": "ALIVE", "operator": "BELOW", "number": 0.5},
                    {"fact": "TIER", "operator": "ONE_OF", "names": ["gold"]}],
                "actions": [{"voucher": {"rewardId": "%1$s"}, "costMinorUnits": 250},
                    {"webhook": {"url": "https://example.com/x", "attributes": {"a": "b"}}}],
                "limits": {"perCustomer": 1, "days": 90, "consent": "marketing", "exclusionGroup": "care",
                    "quietHours": {"fromTime": "21:00", "toTime": "08:00"}},
                "holdOut": 0.2, "priority": 5}""".formatted(Ids.KNOWN));

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var definition = answer.jsonPath().setRootPath("definition");
        assertThat(definition.getString("trigger.schedule.timeZone")).isEqualTo("Europe/Berlin");
        assertThat(definition.getMap("trigger")).doesNotContainKeys("event", "crossing");
        assertThat(definition.getDouble("conditions[0].number")).isEqualTo(0.5);
        assertThat(definition.getList("conditions[1].names")).containsExactly("gold");
        assertThat(definition.getLong("actions[0].costMinorUnits")).isEqualTo(250);
        assertThat(definition.getString("actions[1].webhook.attributes.a")).isEqualTo("b");
        assertThat(definition.getString("limits.quietHours.fromTime")).isEqualTo("21:00");
        assertThat(definition.getDouble("holdOut")).isEqualTo(0.2);
    }

    @Test
    void aTriggerOfTwoKindsIsRefused() {
        // When
        Response answer = post("""
                {"name": "Both", "trigger": {"event": "ORDER_PLACED", "lifecycle": {"to": ["LAPSED"]}}}""");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).contains("trigger");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {Ids.UNKNOWN, "vips"})
    void aSegmentThatIsNotThereIsRefusedByName(String segment) {
        // When
        Response audience = post("{\"name\": \"Nobody\", \"segmentId\": \"%s\"}".formatted(segment));
        Response trigger =
                post("{\"name\": \"Nobody\", \"trigger\": {\"segment\": {\"segmentId\": \"%s\"}}}".formatted(segment));
        Response change = Callers.as("marketer")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"name\": \"Nobody\", \"segmentId\": \"%s\"}".formatted(segment))
                .put(STRATEGIES + "/" + Ids.KNOWN);

        // Then
        assertThat(List.of(audience, trigger, change)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].detail")).contains(segment);
        });
        assertThat(audience.jsonPath().getString("errors[0].pointer")).isEqualTo("#/segmentId");
        assertThat(trigger.jsonPath().getString("errors[0].pointer")).isEqualTo("#/trigger/segment/segmentId");
    }

    @Test
    void aFactThatIsNotKnownIsRefusedWithThoseThatAre() {
        // When
        Response answer = post("""
                {"name": "Odd", "conditions": [{"fact": "SHOE_SIZE", "operator": "ABOVE", "number": 40}]}""");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains("SHOE_SIZE", "ORDER_GAP");
    }

    @Test
    void moreCustomersThanConfirmedAreNotServed() {
        // When
        Response refused = activate("{}");
        Response active = activate("{\"confirmedReach\": 5000}");

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("reason")).isEqualTo("REACH_NOT_CONFIRMED");
        assertThat(active.jsonPath().getString("state")).isEqualTo("ACTIVE");
    }

    @Test
    void aPreviewTellsForWhomAndWhyNot() {
        // When
        Response answer = Callers.as("analyst").get(STRATEGIES + "/" + Ids.KNOWN + "/preview");

        // Then
        assertThat(answer.jsonPath().getLong("acting")).isEqualTo(5000);
        assertThat(answer.jsonPath().getString("passed[0].reason")).isEqualTo("CAPPED");
    }

    @Test
    void offersAreShownToTheShop() {
        // When
        Response answer = Callers.as("integrator").get("/api/v1/customers/" + Ids.KNOWN + "/offers?slot=home-top");

        // Then
        assertThat(answer.jsonPath().getString("[0].title")).isEqualTo("We miss you");
    }

    @Test
    void resultsTellHowSureTheyAre() {
        // When
        Response answer = Callers.as("analyst").get(STRATEGIES + "/" + Ids.KNOWN + "/results");

        // Then
        assertThat(answer.jsonPath().getDouble("conversionUplift.low")).isEqualTo(-0.012);
        assertThat(answer.jsonPath().getBoolean("conversionUplift.significant")).isFalse();
        assertThat(answer.jsonPath().getMap("$")).doesNotContainKeys("gain", "spendingUplift");
    }

    @Test
    void aTemplateCanBeSentAsItIs() {
        // Given
        Object template = Callers.as("marketer")
                .get("/api/v1/strategy-templates")
                .jsonPath()
                .get("[0].definition");

        // When
        Response answer = Callers.as("marketer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(template)
                .post(STRATEGIES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.jsonPath().<Object>get("definition")).isEqualTo(template);
    }

    private static Response post(String body) {
        return Callers.as("marketer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(STRATEGIES);
    }

    private static Response activate(String body) {
        return Callers.as("marketer")
                .contentType("application/json")
                .body(body)
                .post(STRATEGIES + "/" + Ids.KNOWN + "/activate");
    }
}
