package io.smartcrm.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.fakes.Ids;
import org.junit.jupiter.api.Test;

/** What the services answer, as REST tells it. */
@QuarkusTest
class AnswerTest {
    @Test
    void anOrderHasExactAmountsAndItsLines() {
        // When
        JsonPath order = get("/orders/" + Ids.KNOWN);

        // Then
        assertThat(order.getString("kind")).isEqualTo("REFUND");
        assertThat(order.getLong("total.minorUnits")).isEqualTo(-510);
        assertThat(order.getString("total.currencyCode")).isEqualTo("GBP");
        assertThat(order.getString("lines[0].unitPrice")).isEqualTo("2.55");
        assertThat(order.getString("orderTime")).isEqualTo("2010-12-01T09:01:00Z");
    }

    @Test
    void ordersInAListHaveNoLines() {
        // When
        JsonPath orders = get("/customers/" + Ids.KNOWN + "/orders");

        // Then
        assertThat(orders.getString("items[0].customerId")).isEqualTo(Ids.KNOWN);
        assertThat(orders.getMap("items[0]")).doesNotContainKey("lines");
    }

    @Test
    void aSegmentIsChosenByItsName() {
        assertThat(get("/rfm-scores?segment=AT_RISK").getString("items[0].segment"))
                .isEqualTo("AT_RISK");
    }

    @Test
    void aSegmentThatDoesNotExistIsRefusedWithThoseThatDo() {
        // When
        Response answer = Callers.as("admin").get("/api/v1/rfm-scores?segment=WHALES");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].detail")).contains("CHAMPIONS");
    }

    @Test
    void whatIsNotANumberIsLeftOut() {
        // When
        JsonPath segments = get("/rfm-segments");

        // Then
        assertThat(segments.getMap("items[0]"))
                .doesNotContainKey("meanFrequency")
                .containsEntry("customers", 3);
    }

    @Test
    void aForecastIsOfWhatWasNamed() {
        assertThat(get("/demand-forecasts").getString("explanation")).isEqualTo("TOTAL");
        assertThat(get("/demand-forecasts?category=Home").getString("explanation"))
                .isEqualTo("CATEGORY");
        assertThat(get("/demand-forecasts?country=Peru&step=MONTH").getString("explanation"))
                .isEqualTo("COUNTRY");
        assertThat(get("/demand-forecasts?channel=web").getString("step")).isEqualTo("WEEK");
        assertThat(get("/demand-forecasts?productId=" + Ids.KNOWN).getString("explanation"))
                .isEqualTo("PRODUCT_ID");
    }

    @Test
    void aForecastHasTheMethodsAndWeeksAskedFor() {
        // When
        JsonPath forecast = get("/demand-forecasts?horizon=3&methods=theta,snaive");

        // Then
        assertThat(forecast.getList("forecasts.method")).containsExactly("theta", "snaive");
        assertThat(forecast.getList("forecasts[0].points")).hasSize(3);
        assertThat(forecast.getString("forecasts[0].points[0].week")).isEqualTo("2011-12-05");
    }

    @Test
    void aForecastTellsHowItsMethodWasChosenAndWhatToHaveInStock() {
        // When
        JsonPath forecast = get("/demand-forecasts?serviceLevel=0.95&leadTime=2");

        // Then
        assertThat(forecast.getString("profile.pattern")).isEqualTo("ERRATIC");
        assertThat(forecast.getString("choice.method")).isEqualTo("ets");
        assertThat(forecast.getString("choice.measure")).isEqualTo("MAE");
        assertThat(forecast.getDouble("choice.candidates[0].relativeToNaive")).isEqualTo(0.8);
        assertThat(forecast.getInt("stock.leadTime")).isEqualTo(2);
        assertThat(forecast.getDouble("stock.serviceLevel")).isEqualTo(0.95);
        assertThat(forecast.getDouble("stock.orderQuantity")).isEqualTo(30);
    }

    @Test
    void aServiceLevelThatIsNoNumberIsRefused() {
        assertThat(Callers.as("admin")
                        .get("/api/v1/demand-forecasts?serviceLevel=high")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aForecastOfTwoThingsAtOnceIsRefused() {
        assertThat(Callers.as("admin")
                        .get("/api/v1/demand-forecasts?category=Home&productId=" + Ids.KNOWN)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theKnowledgeGraphIsBrowsed() {
        // When
        JsonPath entities = get("/knowledge-graph/entities?entityType=COLOUR&beginning=sa");
        JsonPath entity = get("/knowledge-graph/entities/material:linen");
        JsonPath products = get("/knowledge-graph/entities/material:linen/products");
        JsonPath facts = get("/knowledge-graph/products/" + Ids.KNOWN + "/entities");

        // Then
        assertThat(entities.getString("items[0].type")).isEqualTo("COLOUR");
        assertThat(entities.getString("items[0].id")).isEqualTo("sa");
        assertThat(entities.getString("nextPageToken")).isEqualTo("next");
        assertThat(entity.getString("entity.id")).isEqualTo("material:linen");
        assertThat(entity.getString("aliases[0].origin")).isEqualTo("LEARNED");
        assertThat(entity.getString("relations[0].entity.id")).isEqualTo("category:mug");
        assertThat(products.getString("items[0].product.productId")).isEqualTo(Ids.KNOWN);
        assertThat(facts.getString("[0].relation")).isEqualTo("MADE_OF");
        assertThat(facts.getString("[0].entity.name")).isEqualTo("linen");
    }

    @Test
    void recommendationsAreMadeAsAskedFor() {
        // When
        JsonPath answer = get("/customers/" + Ids.KNOWN + "/recommendations?size=3&excludeBought=true&exclude=a,b");

        // Then
        assertThat(answer.getString("items[0].reasons[0].text"))
                .isEqualTo("size 3, excludeBought true, exclude [a, b]");
        assertThat(answer.getString("items[0].source")).isEqualTo("ITEM_BASED");
        assertThat(answer.getString("model.name")).isEqualTo("item-knn");
    }

    @Test
    void aListIsAskedByScenarioFilterAndRules() {
        // When
        JsonPath answer = get("/recommendations?scenario=WITH_BASKET&pageSize=4&customerId=c&productIds=a,b"
                + "&category=Tea&diversity=0.3");

        // Then
        assertThat(answer.getString("items[0].reasons[0].text"))
                .isEqualTo("SCENARIO_WITH_BASKET of 4 for c after [a, b], Tea, diversity 0.3");
        assertThat(answer.getString("nextPageToken")).isEqualTo("next");
        assertThat(Callers.as("admin")
                        .get("/api/v1/recommendations?diversity=much")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aGorseClientGetsItsOwnShapes() {
        // When
        JsonPath ids = get("/gorse/api/recommend/" + Ids.KNOWN + "?n=3");
        JsonPath neighbours = get("/gorse/api/item/" + Ids.KNOWN + "/neighbors?n=3");
        JsonPath session = Callers.as("admin")
                .contentType("application/json")
                .body(
                        "[{\"FeedbackType\":\"read\",\"UserId\":\"u\",\"ItemId\":\"a\",\"Timestamp\":\"2026-01-01T00:00:00Z\"}]")
                .post("/api/v1/gorse/api/session/recommend?n=2")
                .jsonPath();

        // Then
        assertThat(ids.getList("")).containsExactly(Ids.KNOWN);
        assertThat(neighbours.getString("[0].Id")).isEqualTo(Ids.KNOWN);
        assertThat(session.getString("[0].Id")).isEqualTo(Ids.KNOWN);
    }

    @Test
    void aFlagThatIsNeitherTrueNorFalseIsRefused() {
        assertThat(Callers.as("admin")
                        .get("/api/v1/customers/" + Ids.KNOWN + "/recommendations?excludeBought=maybe")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void readModelsOfServicesThatDoNotAnswerAreNamed() {
        // The first call to each service makes its connection, which may take longer than a part has.
        await().untilAsserted(() -> {
            // When
            JsonPath readModels = get("/read-models");

            // Then
            assertThat(readModels.getBoolean("current")).isFalse();
            assertThat(readModels.getList("services.service"))
                    .containsExactlyInAnyOrder("customer-service", "recommend-service", "loyalty-service");
            assertThat(readModels.getList("partial.service")).containsExactly("forecast-service");
        });
    }

    @Test
    void theLandingPageLeadsToTheApiDocument() {
        // When
        String page = given().get("/").asString();

        // Then
        assertThat(page).contains("href=\"/openapi?format=json\"");
    }

    private static JsonPath get(String path) {
        Response answer = Callers.as("admin").get("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
