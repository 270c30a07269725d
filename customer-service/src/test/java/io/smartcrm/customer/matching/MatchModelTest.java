package io.smartcrm.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatchModelTest {
    private static final double[] NAME = {0, .125, .125, .125, .125, .125, .125, .25};
    private static final double[] EVEN = {0, 1 / 3.0, 1 / 3.0, 1 / 3.0};

    /** E-mail: m = 0.9, u = 0.1 where it is the same; all else says nothing. */
    private static MatchModel model(double share) {
        double[][] one = {NAME, {0, .05, .05, .9}, EVEN, EVEN, EVEN};
        double[][] two = {NAME, {0, .8, .1, .1}, EVEN, EVEN, EVEN};
        return new MatchModel(new double[][][] {one, two, two}, new double[] {share, (1 - share) / 2, (1 - share) / 2});
    }

    private static Agreement email(ValueLevel level) {
        return new Agreement(NameLevel.MISSING, level, ValueLevel.MISSING, ValueLevel.MISSING, ValueLevel.MISSING);
    }

    @Test
    void theWeightIsTheLogarithmOfTheLikelihoodRatio() {
        // When
        var model = model(.5);

        // Then
        assertThat(model.weight(email(ValueLevel.SAME))).isCloseTo(Math.log(9) / Math.log(2), within(1e-9));
        assertThat(model.weight(email(ValueLevel.DIFFERENT))).isCloseTo(-4, within(1e-9));
        assertThat(model.weight(email(ValueLevel.MISSING))).isCloseTo(0, within(1e-9));
    }

    @Test
    void theProbabilityIsThatOfBayes() {
        // When
        double probability = model(.1).probability(email(ValueLevel.SAME));

        // Then: 0.1 * 0.9 / (0.1 * 0.9 + 0.9 * 0.1)
        assertThat(probability).isCloseTo(.5, within(1e-9));
    }

    @Test
    void agreementsAndTheirCodesAreOneToOne() {
        for (int code = 0; code < Agreement.COUNT; code++) {
            assertThat(Agreement.of(code).code()).isEqualTo(code);
        }
    }

    @Test
    void estimationFindsTheSharesThatThePairsWereDrawnWith() {
        // Given
        long[] counts = new long[Agreement.COUNT];
        draw(counts, 20_000, NameLevel.SAME_AND_RARE, .9, .8);
        draw(counts, 80_000, NameLevel.DIFFERENT, .02, .03);

        // When
        MatchModel learnt = new Estimation(Estimation.usual(), counts).estimate();

        // Then
        assertThat(learnt.share()).isCloseTo(.2, within(.02));
        assertThat(learnt.level(MatchModel.ONE_PERSON, 1, 3)).isCloseTo(.9, within(.03));
        assertThat(learnt.level(MatchModel.ONE_PERSON, 2, 3)).isCloseTo(.8, within(.03));
        assertThat(learnt.level(MatchModel.STRANGERS, 1, 3)).isCloseTo(.02, within(.01));
    }

    @Test
    void withoutPairsWhatIsUsuallySoIsBelieved() {
        // When
        MatchModel learnt = new Estimation(Estimation.usual(), new long[Agreement.COUNT]).estimate();

        // Then
        assertThat(learnt.share()).isCloseTo(Estimation.usual().share(), within(1e-9));
        assertThat(learnt.level(0, 1, 3)).isCloseTo(Estimation.usual().level(0, 1, 3), within(1e-9));
    }

    private static void draw(long[] counts, long pairs, NameLevel name, double sameEmail, double samePhone) {
        for (ValueLevel email : new ValueLevel[] {ValueLevel.SAME, ValueLevel.DIFFERENT}) {
            for (ValueLevel phone : new ValueLevel[] {ValueLevel.SAME, ValueLevel.DIFFERENT}) {
                double share = (email == ValueLevel.SAME ? sameEmail : 1 - sameEmail)
                        * (phone == ValueLevel.SAME ? samePhone : 1 - samePhone);
                var agreement = new Agreement(name, email, phone, ValueLevel.SAME, ValueLevel.MISSING);
                counts[agreement.code()] += Math.round(pairs * share);
            }
        }
    }
}
