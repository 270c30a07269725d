package io.smartcrm.gateway.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SimilarProductResourceTest {
    private static final String SIMILAR = "/api/v1/products/" + Ids.KNOWN + "/similar";

    @Test
    void productsAreAskedForByTheirAttributes() {
        // When
        JsonPath similar =
                Callers.as("agent").get(SIMILAR + "?size=5&basis=ATTRIBUTES").jsonPath();

        // Then
        assertThat(similar.getString("items[0].source")).isEqualTo("ATTRIBUTES");
        assertThat(similar.getString("items[0].reasons[0].text")).isEqualTo("size 5 by LIKENESS_BASIS_ATTRIBUTES");
    }

    @Test
    void withoutABasisAllCount() {
        // When
        JsonPath similar = Callers.as("agent").get(SIMILAR).jsonPath();

        // Then
        assertThat(similar.getString("items[0].reasons[0].text")).isEqualTo("size 0 by LIKENESS_BASIS_UNSPECIFIED");
    }

    @Test
    void anUnknownBasisIsRefused() {
        // When
        Response refused = Callers.as("agent").get(SIMILAR + "?basis=TASTE");

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).contains("basis");
    }
}
