package io.smartcrm.recommend.latent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Recommender;

/**
 * Matrix factorisation for choices without ratings (Hu, Koren and Volinsky 2008), weighted and regularised as Rendle et
 * al. 2021 found best: what was chosen should score 1, everything else 0 with a small weight. Only the items' factors are
 * kept: a customer's are solved for from the whole history when it is answered (folded in), so that newcomers and the
 * latest event count at once and exactly.
 */
public final class Als implements Recommender {
    private final AlsSettings settings;
    private final float[][] factors;
    private final float[][] gram;

    private Als(AlsSettings settings, float[][] factors) {
        this.settings = settings;
        this.factors = factors;
        this.gram = Vectors.gram(factors, settings.factors(), (float) settings.unobserved());
    }

    /** @param asOf the time of training in seconds since 1970, from which pairs fade */
    public static Als fit(Interactions interactions, long asOf, AlsSettings settings) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        AlsTraining training = new AlsTraining(interactions, asOf, settings);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            training.epoch();
        }
        return of(settings, training.itemFactors());
    }

    /** @param factors of all items; taken over */
    public static Als of(AlsSettings settings, float[][] factors) {
        for (float[] row : factors) {
            if (row.length != settings.factors()) {
                throw new IllegalArgumentException("an item has " + row.length + " factors, not " + settings.factors());
            }
        }
        return new Als(settings, factors);
    }

    @Override
    public int items() {
        return factors.length;
    }

    public AlsSettings settings() {
        return settings;
    }

    /** The factors of all items; not a copy. */
    public float[][] factors() {
        return factors;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return (4L * settings.factors() + 24) * (factors.length + gram.length);
    }

    /** The factors of a customer with this history. */
    public float[] foldIn(History history) {
        LeastSquares.Row row = row(history);
        LeastSquares equations = equations();
        return equations.solve(row, equations.wanted(row));
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        score(foldIn(history), scores);
    }

    /** The scores of all items for the factors of a customer. */
    public void score(float[] customer, float[] scores) {
        requireLength(scores);
        for (int item = 0; item < scores.length; item++) {
            float score = Vectors.dot(factors[item], customer);
            scores[item] = score == 0 ? UNSCORED : score;
        }
    }

    /** Tells for one history which choices made a score. */
    public AlsReasons reasons(History history) {
        return new AlsReasons(factors, gram, row(history));
    }

    private LeastSquares equations() {
        return new LeastSquares(factors, gram);
    }

    private LeastSquares.Row row(History history) {
        int[] chosen = new int[history.size()];
        for (int at = 0; at < chosen.length; at++) {
            chosen[at] = history.item(at);
            if (chosen[at] >= items()) {
                throw new IllegalArgumentException("item must be in [0, " + items() + "), not " + chosen[at]);
            }
        }
        float[] tastes = settings.emphasis().tastes(history);
        return AlsTraining.row(settings, chosen, tastes, 0, chosen.length, items());
    }
}
