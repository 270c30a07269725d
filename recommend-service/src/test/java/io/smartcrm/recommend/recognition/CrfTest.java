package io.smartcrm.recommend.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrfTest {
    private static final int LABELS = 3;

    @Test
    void chancesAndTheBestWayAreThoseOfAllWaysCounted() {
        // Given
        Crf crf = random();
        int[][] features = {{0, 2}, {1}, {3, 1}, {2}};

        // When
        double[][] chances = crf.lattice(features).chances();
        int[] best = crf.lattice(features).best();

        // Then
        double[][] counted = new double[features.length][LABELS];
        double all = 0;
        double most = 0;
        int[] likeliest = {};
        for (int way = 0; way < Math.pow(LABELS, features.length); way++) {
            int[] labels = labels(way, features.length);
            double weight = Math.exp(score(crf, features, labels));
            all += weight;
            for (int at = 0; at < labels.length; at++) {
                counted[at][labels[at]] += weight;
            }
            likeliest = weight > most ? labels : likeliest;
            most = Math.max(most, weight);
        }
        assertThat(best).isEqualTo(likeliest);
        for (int at = 0; at < features.length; at++) {
            for (int label = 0; label < LABELS; label++) {
                assertThat(chances[at][label]).isCloseTo(counted[at][label] / all, within(1e-9));
            }
        }
    }

    @Test
    void whatFollowsWhatIsLearned() {
        // Given: every token looks the same; labels alternate after the first, which tells where to begin
        List<CrfTraining.Labelled> texts = new ArrayList<>();
        for (int text = 0; text < 30; text++) {
            int first = text % 2;
            texts.add(new CrfTraining.Labelled(
                    new int[][] {{first}, {2}, {2}, {2}}, new int[] {first, 1 - first, first, 1 - first}));
        }

        // When
        Crf crf = CrfTraining.fit(3, 2, 20, 1, round -> texts);

        // Then
        assertThat(crf.lattice(new int[][] {{0}, {2}, {2}, {2}, {2}}).best()).containsExactly(0, 1, 0, 1, 0);
        assertThat(crf.lattice(new int[][] {{1}, {2}, {2}}).best()).containsExactly(1, 0, 1);
    }

    private static Crf random() {
        Crf crf = new Crf(4, LABELS);
        Random random = new Random(3);
        for (int at = 0; at < crf.states().length; at++) {
            crf.states()[at] = (float) random.nextGaussian();
        }
        for (int at = 0; at < crf.steps().length; at++) {
            crf.steps()[at] = (float) random.nextGaussian();
        }
        return crf;
    }

    private static int[] labels(int way, int length) {
        int[] labels = new int[length];
        int left = way;
        for (int at = 0; at < length; at++) {
            labels[at] = left % LABELS;
            left /= LABELS;
        }
        return labels;
    }

    private static double score(Crf crf, int[][] features, int[] labels) {
        double score = 0;
        for (int at = 0; at < labels.length; at++) {
            for (int feature : features[at]) {
                score += crf.states()[feature * LABELS + labels[at]];
            }
            score += at == 0 ? 0 : crf.steps()[labels[at - 1] * LABELS + labels[at]];
        }
        return score;
    }
}
