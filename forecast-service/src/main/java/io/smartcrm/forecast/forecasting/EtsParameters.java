package io.smartcrm.forecast.forecasting;

/**
 * The parameters of one {@link EtsForm}, and the unbounded coordinates in which they are searched: the usual bounds
 * 0 &lt; beta &lt; alpha &lt; 1, 0 &lt; gamma &lt; 1 - alpha, 0.8 &lt; phi &lt; 0.98 hold for every point (Hyndman et al. 2008,
 * section 2.5). Seasonal states are free but for the last, which makes their mean 1 or 0.
 */
final class EtsParameters {
    private static final double LOW = 1e-4;
    private static final double HIGH = 1 - 1e-4;
    private static final double LEAST_PHI = 0.8;
    private static final double MOST_PHI = 0.98;

    /** Logit of a share of one twentieth. */
    private static final double USUAL_TREND = -3;

    /** One over the variances of the prior, chosen by rolling origins on the training parts of the M3 sets. */
    private static final double WEAK = 0.1;

    private static final double FIRM = 0.5;

    final EtsForm form;
    double alpha;
    double beta;
    double gamma;
    double phi = 1;
    double level;
    double slope;
    /** Seasonal states before the first value, the first for the first value's position; empty without season. */
    final double[] season;

    /** Level, slope and season that the search starts from, and the unit of its steps away from them. */
    private final EtsStart start;

    private double alphaRise;
    private double betaRise;
    private double gammaRise;
    private double betaShare;
    private double gammaShare;
    private double phiRise;

    EtsParameters(EtsForm form, EtsStart start) {
        this.form = form;
        this.start = start;
        this.season = new double[form.isSeasonal() ? start.period : 0];
    }

    /** Coordinates that stand for these smoothing parameters and the initial states of the start. */
    double[] coordinates(double alpha, double betaShare, double gammaShare, double phi) {
        double[] x = new double[form.parameters(start.period)];
        int i = 0;
        x[i++] = unbounded((alpha - LOW) / (HIGH - LOW));
        if (form.hasTrend()) {
            x[i++] = unbounded(betaShare);
        }
        if (form.isSeasonal()) {
            x[i++] = unbounded(gammaShare);
        }
        if (form.isDamped()) {
            x[i] = unbounded((phi - LEAST_PHI) / (MOST_PHI - LEAST_PHI));
        }
        return x;
    }

    /** Takes the parameters from coordinates. */
    void set(double[] x) {
        int i = 0;
        double share = bounded(x[i++]);
        alpha = LOW + (HIGH - LOW) * share;
        alphaRise = (HIGH - LOW) * share * (1 - share);
        if (form.hasTrend()) {
            betaShare = bounded(x[i++]);
            double room = Math.max(alpha - LOW, 0);
            beta = LOW + room * betaShare;
            betaRise = room * betaShare * (1 - betaShare);
        }
        if (form.isSeasonal()) {
            gammaShare = bounded(x[i++]);
            double room = Math.max(1 - alpha - LOW, 0);
            gamma = LOW + room * gammaShare;
            gammaRise = room * gammaShare * (1 - gammaShare);
        }
        if (form.isDamped()) {
            double phiShare = bounded(x[i++]);
            phi = LEAST_PHI + (MOST_PHI - LEAST_PHI) * phiShare;
            phiRise = (MOST_PHI - LEAST_PHI) * phiShare * (1 - phiShare);
        }
        level = start.level(form) + start.unit * x[i++];
        if (form.hasTrend()) {
            slope = start.slope(form) + start.unit * x[i++] / start.period;
        }
        if (form.isSeasonal()) {
            double[] pattern = start.season(form);
            double unit = start.seasonUnit(form);
            double last = form.multiplies() ? season.length : 0;
            for (int j = 0; j < season.length - 1; j++) {
                season[j] = pattern[j] + unit * x[i++];
                last -= season[j];
            }
            season[season.length - 1] = last;
        }
    }

    /** The slope in coordinates, from the slopes in alpha, beta, gamma, phi, level, slope and seasonal states. */
    void gradient(double[] smoothing, double byLevel, double bySlope, double[] bySeason, double[] result) {
        int i = 0;
        double byAlpha = smoothing[0];
        if (form.hasTrend()) {
            byAlpha += smoothing[1] * betaShare;
        }
        if (form.isSeasonal()) {
            byAlpha -= smoothing[2] * gammaShare;
        }
        result[i++] = byAlpha * alphaRise;
        if (form.hasTrend()) {
            result[i++] = smoothing[1] * betaRise;
        }
        if (form.isSeasonal()) {
            result[i++] = smoothing[2] * gammaRise;
        }
        if (form.isDamped()) {
            result[i++] = smoothing[3] * phiRise;
        }
        result[i++] = byLevel * start.unit;
        if (form.hasTrend()) {
            result[i++] = bySlope * start.unit / start.period;
        }
        double unit = start.seasonUnit(form);
        for (int j = 0; j < season.length - 1; j++) {
            result[i++] = (bySeason[j] - bySeason[season.length - 1]) * unit;
        }
    }

    /**
     * Twice the negative logarithm of a weak prior, whose slope is added to {@code gradient}. Short series have
     * likelihoods that like a trend to chase the last changes; rolling origins do not. The prior pulls the trend's
     * smoothing towards a twentieth of the level's, and the rest towards the middle of what is allowed.
     */
    double prior(double[] x, double[] gradient) {
        int i = 0;
        double sum = pull(x, gradient, i++, 0, WEAK);
        if (form.hasTrend()) {
            sum += pull(x, gradient, i++, USUAL_TREND, FIRM);
        }
        if (form.isSeasonal()) {
            i++;
        }
        if (form.isDamped()) {
            sum += pull(x, gradient, i++, 0, WEAK);
        }
        sum += pull(x, gradient, i++, 0, WEAK);
        if (form.hasTrend()) {
            sum += pull(x, gradient, i, 0, WEAK);
        }
        return sum;
    }

    private static double pull(double[] x, double[] gradient, int i, double centre, double strength) {
        double away = x[i] - centre;
        gradient[i] += 2 * strength * away;
        return strength * away * away;
    }

    private static double bounded(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double unbounded(double share) {
        double inside = Math.min(Math.max(share, 1e-6), 1 - 1e-6);
        return Math.log(inside / (1 - inside));
    }
}
