package io.smartcrm.gateway.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductResourceTest {
    private static final String PRODUCTS = "/api/v1/products";
    private static final String KNOWN = PRODUCTS + "/" + Ids.KNOWN;

    @Test
    void aProductIsRecordedWithItsAttributes() {
        // When
        Response answer = Callers.as("integrator")
                .header("Idempotency-Key", "p-1")
                .contentType("application/json")
                .body("""
                        {"code": "MUG-1", "name": "Mug", "categoryPath": ["Home", "Mugs"], "names": {"zh": "杯子"},
                         "attributes": {"color": "blue", "litres": 0.3, "new": true},
                         "listPrice": {"currencyCode": "GBP", "minorUnits": 1250}}""")
                .post(PRODUCTS);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(KNOWN);
        assertThat(answer.jsonPath().getString("attributes.color")).isEqualTo("blue");
        assertThat(answer.jsonPath().getDouble("attributes.litres")).isEqualTo(0.3);
        assertThat(answer.jsonPath().getBoolean("attributes.new")).isTrue();
        assertThat(answer.jsonPath().getString("names.zh")).isEqualTo("杯子");
        assertThat(answer.jsonPath().getInt("listPrice.minorUnits")).isEqualTo(1250);
        assertThat(answer.jsonPath().getString("status")).isEqualTo("ACTIVE");
    }

    @Test
    void aPatchNamesTheEntriesItChanges() {
        // When
        Response answer = patch("\"1\"", "{\"attributes\": {\"color\": \"red\", \"litres\": null}, \"brand\": null}");

        // Then
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.jsonPath().getString("descriptions.en"))
                .isEqualTo("attributes.color,attributes.litres,brand");
    }

    @Test
    void aBadPatchIsRefused() {
        assertThat(patch("\"9\"", "{\"name\": \"A\"}").statusCode()).isEqualTo(412);
        assertThat(patch("\"1\"", "{\"code\": \"A\"}").statusCode()).isEqualTo(400);
        assertThat(patch("\"1\"", "{\"listPrice\": 12}").statusCode()).isEqualTo(400);
        assertThat(patch("\"1\"", "{\"attributes\": {\"a\": [1]}}").jsonPath().getString("errors[0].pointer"))
                .isEqualTo("#/attributes/a");
    }

    private static Response patch(String etag, String body) {
        return Callers.as("admin")
                .header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(KNOWN);
    }
}
