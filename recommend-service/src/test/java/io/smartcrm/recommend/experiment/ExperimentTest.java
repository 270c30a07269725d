package io.smartcrm.recommend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    private static final Variant USUAL = new Variant("usual", .8, Weights.DEFAULT);
    private static final Variant TASTE = new Variant("taste", .2, Weights.DEFAULT.with(Signal.TASTE, 3));

    @Test
    void customersKeepTheirVariantAndSharesHold() {
        // Given
        Experiment experiment = experiment(List.of(USUAL, TASTE));

        // When
        int ofTaste = 0;
        for (int customer = 0; customer < 20_000; customer++) {
            Variant variant = experiment.of("customer-" + customer);
            assertThat(experiment.of("customer-" + customer)).isSameAs(variant);
            ofTaste += variant.equals(TASTE) ? 1 : 0;
        }

        // Then
        assertThat(ofTaste / 20_000.0).isCloseTo(.2, within(.01));
    }

    @Test
    void experimentsAreIndependentOfEachOther() {
        // When
        int both = 0;
        for (int customer = 0; customer < 10_000; customer++) {
            boolean one = Assignment.place("a", "customer-" + customer) < 5_000;
            boolean other = Assignment.place("b", "customer-" + customer) < 5_000;
            both += one && other ? 1 : 0;
        }

        // Then
        assertThat(both / 10_000.0).isCloseTo(.25, within(.02));
    }

    @Test
    void weightsAreReadBackAsTheyWereWritten() {
        // Given
        Weights weights = TASTE.weights().with(Signal.HABIT, 0).with(Signal.NEW, 1e-9);

        // When
        Weights read = WeightText.parse(WeightText.of(weights));

        // Then
        assertThat(read).isEqualTo(weights);
    }

    @Test
    void experimentsThatCompareNothingAreRefused() {
        assertThatThrownBy(() -> experiment(List.of(USUAL))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> experiment(List.of(USUAL, USUAL))).hasMessageContaining("same name");
        assertThatThrownBy(() -> experiment(List.of(TASTE, new Variant("b", .2, Weights.DEFAULT))))
                .hasMessageContaining("add up to");
        assertThatThrownBy(() -> new Variant("a", 0, Weights.DEFAULT)).hasMessageContaining("share");
        assertThatThrownBy(() -> new Variant("a", 1, new Weights(Map.of(Signal.TASTE, 0.0))))
                .hasMessageContaining("no weight");
    }

    private static Experiment experiment(List<Variant> variants) {
        return Experiment.draft(
                UUID.nameUUIDFromBytes(new byte[] {1}), "test", ComparedScenario.FOR_CUSTOMER, variants, Instant.EPOCH);
    }
}
