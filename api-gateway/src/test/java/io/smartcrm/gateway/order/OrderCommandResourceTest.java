package io.smartcrm.gateway.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderCommandResourceTest {
    private static final String ORDERS = "/api/v1/orders";

    @Test
    void aNewOrderIsCreatedAndACorrectionIsNot() {
        // When
        Response created = post(ORDERS, "o-1", order(1));
        Response corrected = post(ORDERS, "o-2", order(2));

        // Then
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(ORDERS + "/" + Ids.KNOWN);
        assertThat(created.jsonPath().getString("outcome")).isEqualTo("CREATED");
        assertThat(created.jsonPath().getString("order.state")).isEqualTo("PLACED");
        assertThat(created.jsonPath().getString("order.lines[0].discount")).isEqualTo("0.50");
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(corrected.jsonPath().getString("outcome")).isEqualTo("CORRECTED");
    }

    @Test
    void aBatchTellsOfEachOrder() {
        // When
        Response answer =
                post("/api/v1/order-batches", "o-3", "{\"orders\": [" + order(1) + ", {\"number\": \"W-2\"}]}");

        // Then
        assertThat(answer.jsonPath().getList("items.outcome")).containsExactly("CREATED", "REFUSED");
        assertThat(answer.jsonPath().getString("items[1].refusal.field")).isEqualTo("orderTime");
        assertThat(answer.jsonPath().getMap("items[0]")).doesNotContainKey("refusal");
    }

    @Test
    void aRefundLargerThanItsOrderIsUnprocessable() {
        // When
        Response answer = post(
                ORDERS + "/" + Ids.KNOWN + "/refunds",
                "o-4",
                "{\"number\": \"R-1\", \"lines\": [{\"lineNumber\": 1, \"quantity\": \"9\"}]}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("reason")).isEqualTo("REFUND_EXCEEDS_LINE");
    }

    @Test
    void aStateOrTimeThatIsNoneIsRefused() {
        assertThat(post(ORDERS + "/" + Ids.KNOWN + "/state-changes", "o-5", "{\"state\": \"LOST\"}")
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo("#/state");
        assertThat(post(ORDERS, "o-6", "{\"number\": \"W\", \"orderTime\": \"yesterday\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String order(int version) {
        return """
                {"number": "W-1", "orderTime": "2026-01-15T09:30:00Z", "currencyCode": "GBP", "sourceVersion": %d,
                 "lines": [{"productCode": "A", "quantity": "2", "unitPrice": "2.55", "discount": "0.50"}]}""".formatted(version);
    }

    private static Response post(String path, String key, String body) {
        return Callers.as("integrator")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
