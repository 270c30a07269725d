package io.smartcrm.forecast.stateless;

import static io.smartcrm.forecast.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.Calls;
import io.smartcrm.proto.forecast.v1.DemandPattern;
import io.smartcrm.proto.forecast.v1.ForecastSeriesRequest;
import io.smartcrm.proto.forecast.v1.ForecastSeriesResponse;
import io.smartcrm.proto.forecast.v1.SeriesForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.SeriesForecastServiceGrpc.SeriesForecastServiceBlockingStub;
import io.smartcrm.proto.forecast.v1.TimeSeries;
import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class SeriesForecastGrpcTest {
    private Calls calls;
    private SeriesForecastServiceBlockingStub forecasts;

    @BeforeEach
    void connect() {
        calls = new Calls();
        forecasts = SeriesForecastServiceGrpc.newBlockingStub(calls.as("ian", "integrator"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void oneAnswerComesForEachSeriesInTheirOrder() {
        // Given more than are under way together, one of them empty
        var request =
                ForecastSeriesRequest.newBuilder().setHorizon(2).addLevels(0.9).setMethod("naive");
        for (int i = 0; i < 50; i++) {
            request.addSeries(i == 20 ? TimeSeries.newBuilder().setId("20").build() : series(i, i, i + 1));
        }

        // When
        List<ForecastSeriesResponse> answers = answers(request);

        // Then
        assertThat(answers).hasSize(50);
        assertThat(answers.get(20).getProblem().getId()).isEqualTo("20");
        assertThat(answers.get(20).getProblem().getField()).isEqualTo("values");
        for (int i : List.of(0, 19, 21, 49)) {
            assertThat(answers.get(i).getForecast().getId()).isEqualTo(Integer.toString(i));
            assertThat(answers.get(i).getForecast().getMeanList()).containsExactly(i + 1.0, i + 1.0);
            assertThat(answers.get(i).getForecast().getIntervals(0).getUpperList())
                    .hasSize(2);
        }
    }

    @Test
    void withoutAMethodTheDefaultForecasts() {
        // When
        var forecast = answers(ForecastSeriesRequest.newBuilder().setHorizon(1).addSeries(series(1, 5, 6, 7)))
                .get(0)
                .getForecast();

        // Then
        assertThat(forecast.getMethod()).isEqualTo("ensemble");
        assertThat(forecast.getProfile().getPattern()).isEqualTo(DemandPattern.DEMAND_PATTERN_SMOOTH);
        assertThat(forecast.getIntervalsCount()).isZero();
    }

    @Test
    void aCallerWhoseTimeIsUpIsToldSo() {
        // Given minutes of work
        var request =
                ForecastSeriesRequest.newBuilder().setHorizon(48).setPeriod(24).setMethod("auto");
        double[] hours = IntStream.range(0, 300)
                .mapToDouble(hour -> 50 + hour % 24 + hour % 7)
                .toArray();
        for (int i = 0; i < 100; i++) {
            request.addSeries(series(i, hours));
        }

        // When
        var hurried = forecasts.withDeadlineAfter(300, TimeUnit.MILLISECONDS);
        Failure failure =
                failureOf(() -> hurried.forecastSeries(request.build()).hasNext());

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.TIMEOUT);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("series", ForecastSeriesRequest.newBuilder().setHorizon(1)),
                Arguments.of("series", many(1_001).setHorizon(1)),
                Arguments.of("horizon", many(1)),
                Arguments.of("horizon", many(1).setHorizon(1_001)),
                Arguments.of("horizon", many(101).setHorizon(1_000)),
                Arguments.of("period", many(1).setHorizon(1).setPeriod(-1)),
                Arguments.of("period", many(1).setHorizon(1).setPeriod(2_001)),
                Arguments.of("method", many(1).setHorizon(1).setMethod("prophecy".repeat(1_000))),
                Arguments.of("levels", many(1).setHorizon(1).addAllLevels(List.of(.1, .2, .3, .4, .5, .6))),
                Arguments.of("levels[1]", many(1).setHorizon(1).addLevels(.5).addLevels(1)),
                Arguments.of("levels[1]", many(1).setHorizon(1).addLevels(.5).addLevels(.5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void whatHoldsForAllSeriesIsRefusedForAll(String field, ForecastSeriesRequest.Builder request) {
        // When
        Failure failure = failureOf(() -> answers(request));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly(field);
    }

    @Test
    void agentsMayNotAsk() {
        // Given
        var agent = SeriesForecastServiceGrpc.newBlockingStub(calls.as("amy", "agent"));

        // When
        Failure failure = failureOf(
                () -> agent.forecastSeries(many(1).setHorizon(1).build()).hasNext());

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
    }

    private List<ForecastSeriesResponse> answers(ForecastSeriesRequest.Builder request) {
        List<ForecastSeriesResponse> answers = new ArrayList<>();
        forecasts.forecastSeries(request.build()).forEachRemaining(answers::add);
        return answers;
    }

    private static ForecastSeriesRequest.Builder many(int count) {
        var request = ForecastSeriesRequest.newBuilder();
        for (int i = 0; i < count; i++) {
            request.addSeries(series(i, 1));
        }
        return request;
    }

    private static TimeSeries series(int id, double... values) {
        return TimeSeries.newBuilder()
                .setId(Integer.toString(id))
                .addAllValues(DoubleStream.of(values).boxed().toList())
                .build();
    }
}
