package io.smartcrm.forecast.champion;

import static io.smartcrm.forecast.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.Calls;
import io.smartcrm.proto.forecast.v1.ForecastMethodServiceGrpc;
import io.smartcrm.proto.forecast.v1.ForecastMethodServiceGrpc.ForecastMethodServiceBlockingStub;
import io.smartcrm.proto.forecast.v1.ForecastSeriesRequest;
import io.smartcrm.proto.forecast.v1.ListMethodPromotionsRequest;
import io.smartcrm.proto.forecast.v1.MethodPromotion;
import io.smartcrm.proto.forecast.v1.PromoteMethodRequest;
import io.smartcrm.proto.forecast.v1.RestoreMethodRequest;
import io.smartcrm.proto.forecast.v1.SeriesForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.TimeSeries;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChampionGrpcTest {
    @Inject
    Champions champions;

    private Calls calls;
    private ForecastMethodServiceBlockingStub methods;

    @BeforeEach
    void connect() {
        calls = new Calls();
        methods = ForecastMethodServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
    }

    @AfterEach
    void restoreWhatTheProgramBringsAlong() {
        methods.restoreMethod(RestoreMethodRequest.getDefaultInstance());
        calls.close();
    }

    @Test
    void aPromotedMethodHoldsUntilAnEarlierOneIsRestored() {
        // Given
        String request = UUID.randomUUID().toString();

        // When
        MethodPromotion ets = promoted("ets", "won in May", request);
        MethodPromotion again = promoted("ets", "won in May", request);
        MethodPromotion theta = promoted("theta", "", "");

        // Then
        assertThat(again).isEqualTo(ets);
        assertThat(theta.getVersion()).isEqualTo(ets.getVersion() + 1);
        assertThat(champions.active().methods().champion().id()).isEqualTo("theta");
        MethodPromotion restored = methods.restoreMethod(RestoreMethodRequest.newBuilder()
                        .setVersion(ets.getVersion())
                        .setNote("theta was worse")
                        .build())
                .getPromotion();
        assertThat(restored.getMethod()).isEqualTo("ets");
        assertThat(restored.getRestoredVersion()).isEqualTo(ets.getVersion());
        assertThat(restored.getUserName()).isEqualTo("anna");
        assertThat(champions.active().version()).isEqualTo(restored.getVersion());
    }

    @Test
    void aMethodIsChosenAmongWhatWasPromoted() {
        // Given
        MethodPromotion promoted = methods.promoteMethod(PromoteMethodRequest.newBuilder()
                        .setMethod("drift")
                        .addAllCandidates(List.of("ses", "linear"))
                        .build())
                .getPromotion();
        var forecasts = SeriesForecastServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
        var line = TimeSeries.newBuilder()
                .addAllValues(IntStream.range(0, 30).mapToObj(t -> 5.0 * t).toList());
        var request = ForecastSeriesRequest.newBuilder().addSeries(line).setHorizon(2);

        // When
        var unnamed = forecasts.forecastSeries(request.build()).next().getForecast();
        var chosen = forecasts
                .forecastSeries(request.setMethod("auto").build())
                .next()
                .getForecast();

        // Then
        assertThat(promoted.getCandidatesList()).containsExactly("ses", "linear");
        assertThat(promoted.getCodeVersion()).isNotEmpty();
        assertThat(unnamed.getMethod()).isEqualTo("drift");
        assertThat(chosen.getExplanation())
                .contains("drift 0.", "ses ", "linear 0.")
                .doesNotContain("ensemble");
        MethodPromotion restored = methods.restoreMethod(RestoreMethodRequest.newBuilder()
                        .setVersion(promoted.getVersion())
                        .build())
                .getPromotion();
        assertThat(restored.getCandidatesList()).isEqualTo(promoted.getCandidatesList());
    }

    @Test
    void allVersionsAreListedNewestFirstDownToWhatTheProgramBringsAlong() {
        // Given
        MethodPromotion ets = promoted("ets", "", "");

        // When
        var all = methods.listMethodPromotions(ListMethodPromotionsRequest.newBuilder()
                        .setPageSize(500)
                        .build())
                .getPromotionsList();
        var first = methods.listMethodPromotions(
                ListMethodPromotionsRequest.newBuilder().setPageSize(1).build());
        var second = methods.listMethodPromotions(ListMethodPromotionsRequest.newBuilder()
                .setPageSize(1)
                .setPageToken(first.getNextPageToken())
                .build());

        // Then
        assertThat(all).first().isEqualTo(ets);
        assertThat(all).last().satisfies(last -> {
            assertThat(last.getVersion()).isZero();
            assertThat(last.getMethod()).isEqualTo("ensemble");
        });
        assertThat(first.getPromotionsList()).containsExactly(ets);
        assertThat(second.getPromotions(0)).isEqualTo(all.get(1));
    }

    @Test
    void whatCannotBePromotedIsRefused() {
        assertThat(failureOf(() -> promoted("prophecy", "", "")).violations())
                .extracting(Failure.Violation::field)
                .containsExactly("method");
        assertThat(failureOf(() -> methods.promoteMethod(PromoteMethodRequest.newBuilder()
                                .setMethod("ets")
                                .addAllCandidates(List.of("ses", "SES"))
                                .build()))
                        .violations())
                .extracting(Failure.Violation::field)
                .containsExactly("candidates[1]");
        assertThat(failureOf(() -> promoted("ets", "x".repeat(501), "")).violations())
                .extracting(Failure.Violation::field)
                .containsExactly("note");
        assertThat(failureOf(() -> methods.restoreMethod(RestoreMethodRequest.newBuilder()
                                .setVersion(1_000_000)
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
        var marketer = ForecastMethodServiceGrpc.newBlockingStub(calls.as("max", "marketer"));
        assertThat(failureOf(() -> marketer.promoteMethod(PromoteMethodRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
    }

    private MethodPromotion promoted(String method, String note, String request) {
        return methods.promoteMethod(PromoteMethodRequest.newBuilder()
                        .setMethod(method)
                        .setNote(note)
                        .setRequestId(request)
                        .build())
                .getPromotion();
    }
}
