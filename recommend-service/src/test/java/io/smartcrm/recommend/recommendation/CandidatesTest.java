package io.smartcrm.recommend.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.feedback.Bought;
import io.smartcrm.recommend.training.TrainedModel;
import io.smartcrm.recommend.training.TrainedModels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final TrainedModel model = TrainedModels.small();
    private final Candidates candidates = new Candidates(model);

    @Test
    void whatGoesWithThePurchasesComesFirstAndSaysWithWhich() {
        // When
        List<Candidate> offered = candidates.forCustomer(List.of(bought(10), bought(30)), Set.of(10, 30), 10);

        // Then
        Candidate.ItemBased first = (Candidate.ItemBased) offered.get(0);
        assertThat(first.product()).isEqualTo(20);
        assertThat(first.because()).extracting(Candidate.Share::product).containsExactly(10, 30);
        assertThat(first.because().stream().mapToDouble(Candidate.Share::share).sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void popularItemsFillTheListBelowTheItemBasedOnes() {
        // When
        List<Candidate> offered = candidates.forCustomer(List.of(bought(30)), Set.of(30), 10);

        // Then
        assertThat(offered).extracting(Candidate::product).containsExactly(10, 20, 40, 50);
        assertThat(offered.subList(2, 4)).allMatch(candidate -> candidate instanceof Candidate.Popular);
        assertThat(offered).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void aNewcomerGetsWhatManyBoughtLately() {
        // When
        List<Candidate> offered = candidates.forCustomer(List.of(), Set.of(), 10);

        // Then
        assertThat(offered).extracting(Candidate::product).containsExactly(20, 10, 30, 40, 50);
        Candidate.Popular first = (Candidate.Popular) offered.get(0);
        Candidate.Popular last = (Candidate.Popular) offered.get(4);
        assertThat(first.buyers()).isEqualTo(3);
        assertThat(first.window()).isEqualTo(Duration.ofDays(30));
        assertThat(last.window()).isZero();
    }

    @Test
    void excludedProductsAreNeverOffered() {
        // When
        List<Candidate> offered = candidates.forCustomer(List.of(bought(10)), Set.of(20, 40), 10);

        // Then
        assertThat(offered).extracting(Candidate::product).containsExactly(30, 10, 50);
    }

    @Test
    void boughtProductsMayBeOfferedAgain() {
        // When
        List<Candidate> offered = candidates.forCustomer(List.of(bought(10), bought(20)), Set.of(), 3);

        // Then
        assertThat(offered).extracting(Candidate::product).containsExactly(30, 10, 20);
    }

    @Test
    void productsNewerThanTheModelArePassedOver() {
        // When
        List<Candidate> offered = candidates.forCustomer(List.of(bought(99)), Set.of(98), 1);

        // Then
        assertThat(offered).extracting(Candidate::product).containsExactly(20);
        assertThat(candidates.similarTo(99, 10)).isEmpty();
    }

    @Test
    void similarItemsAreThoseBoughtTogether() {
        // When
        List<Candidate> similar = candidates.similarTo(40, 10);

        // Then
        assertThat(similar).extracting(Candidate::product).containsExactly(50);
        assertThat(((Candidate.ItemBased) similar.get(0)).because()).containsExactly(new Candidate.Share(40, 1));
    }

    private static Bought bought(int product) {
        return new Bought(product, 1, Instant.EPOCH);
    }
}
