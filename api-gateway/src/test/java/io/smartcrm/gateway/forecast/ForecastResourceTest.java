package io.smartcrm.gateway.forecast;

import static io.restassured.RestAssured.config;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smartcrm.gateway.Callers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForecastResourceTest {
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void seriesAreForecastInTheirOrder() {
        // When
        JsonPath answer = posted("""
                {"period": 4, "horizon": 2, "method": "theta", "levels": [0.95],
                 "series": [{"id": "a", "values": [1, null, 3]}, {"values": []}, {"id": "c", "values": [7]}]}""").jsonPath();

        // Then
        assertThat(answer.getInt("forecasted")).isEqualTo(2);
        assertThat(answer.getInt("refused")).isEqualTo(1);
        assertThat(answer.getList("results.id")).containsExactly("a", null, "c");
        assertThat(answer.getString("results[0].method")).isEqualTo("theta");
        assertThat(answer.getList("results[0].mean", Double.class)).containsExactly(3.0, 3.0);
        assertThat(answer.getDouble("results[0].intervals[0].level")).isEqualTo(0.95);
        assertThat(answer.getDouble("results[0].intervals[0].lower[0]")).isEqualTo(-1);
        assertThat(answer.getString("results[1].problem.field")).isEqualTo("values");
        assertThat(answer.getString("results[1].problem.detail")).isEqualTo("is empty");
    }

    @Test
    void aMissingValueStaysMissing() {
        // When
        JsonPath answer = posted("{\"horizon\": 1, \"series\": [{\"values\": [1, null]}]}")
                .jsonPath();

        // Then the fake repeats the last value, which is none
        assertThat(answer.getList("results[0].mean")).containsExactly((Object) null);
    }

    @Test
    void aBodyThatIsTooManyForAnOrdinaryRequestIsTaken() {
        // Given two megabytes
        String values = "123456789.123456, ".repeat(2_500) + "1";
        String series = IntStream.range(0, 45)
                .mapToObj(id -> "{\"id\": \"" + id + "\", \"values\": [" + values + "]}")
                .collect(Collectors.joining(","));

        // When
        Response answer = posted("{\"horizon\": 1, \"series\": [" + series + "]}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("forecasted")).isEqualTo(45);
    }

    @Test
    void whatHoldsForAllSeriesIsRefusedForAll() {
        // When
        Response answer = posted("{\"series\": [{\"values\": [1]}]}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/horizon");
    }

    @Test
    void anyNumberOfSeriesIsForecastLineByLine() {
        // Given more than one block, a bad line and a blank one
        String lines = IntStream.range(0, 250)
                .mapToObj(id -> id == 7 ? "{oops}\n\n" : "{\"id\": \"" + id + "\", \"values\": [" + id + "]}\n")
                .collect(Collectors.joining());

        // When
        Response answer = streamed("{\"horizon\": 2}\n" + lines);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonPath> results = answer.asString().lines().map(JsonPath::from).toList();
        assertThat(results).hasSize(250);
        assertThat(results.get(7).getString("problem.field")).isEqualTo("line 9");
        assertThat(results.get(7).getString("problem.detail")).contains("is not a series");
        assertThat(results.get(249).getString("id")).isEqualTo("249");
        assertThat(results.get(249).getList("mean", Double.class)).containsExactly(249.0, 249.0);
    }

    @Test
    void aStreamWithoutOptionsIsRefused() {
        assertThat(streamed("").jsonPath().getString("reason")).isEqualTo("BODY_REQUIRED");
        assertThat(streamed("{\"id\": \"a\", \"values\": [1]}\n").jsonPath().getString("reason"))
                .isEqualTo("MALFORMED_JSON");
    }

    @Test
    void aStreamWhoseOptionsAreWrongIsRefused() {
        // When
        Response answer = streamed("{\"period\": 12}\n{\"values\": [1]}\n");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("#/horizon");
    }

    private static Response posted(String body) {
        return Callers.as("analyst").contentType(ContentType.JSON).body(body).post("/api/v1/forecasts");
    }

    private static Response streamed(String body) {
        return Callers.as("integrator")
                .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
                .contentType(NDJSON)
                .body(body)
                .post("/api/v1/forecasts/stream");
    }
}
