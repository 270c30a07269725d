package io.smartcrm.loyalty.value;

/** Pareto/NBD: a customer stops at a rate that differs between customers by a gamma distribution of s and beta. */
public record ParetoNbd(double r, double alpha, double s, double beta) implements TransactionModel {
    private static final double NEAR_ONE = 1e-9;

    @Override
    public Kind kind() {
        return Kind.PARETONBD;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, s, beta};
    }

    /**
     * By Fader and Hardie, "A note on deriving the Pareto/NBD model" (2005), equation 12: the customer lived on, or stopped at
     * some time after the last purchase, which is s/(r+s+x) (G(t) - G(T)) with G of {@link Tail}.
     */
    @Override
    public double logLikelihood(Histories histories, double[] gradient) {
        int most = histories.mostX();
        double[] logs = new double[most + 1];
        double[] logsByR = new double[most + 1];
        double log = r * Math.log(alpha) + s * Math.log(beta);
        double logByR = Math.log(alpha);
        for (int x = 0; x <= most; x++) {
            logs[x] = log;
            logsByR[x] = logByR;
            log += Math.log(r + x);
            logByR += 1 / (r + x);
        }
        Tail from = new Tail();
        Tail to = new Tail();
        double sum = 0;
        double byR = 0;
        double byAlpha = 0;
        double byS = 0;
        double byBeta = 0;
        double logBeta = Math.log(beta);
        for (int i = 0; i < histories.rows(); i++) {
            int x = histories.x(i);
            long count = histories.count(i);
            double total = r + s + x;
            double length = histories.length(i);
            double logAlive = -(r + x) * Math.log(alpha + length) - s * Math.log(beta + length);
            double scale = logAlive;
            from.at(x, histories.last(i), scale);
            to.at(x, length, scale);
            double share = s / total;
            double stopped = share * (from.value - to.value);
            double all = 1 + stopped;
            double aliveByR = -Math.log(alpha + length);
            double aliveByS = -Math.log(beta + length);
            double inverse = 1 / all;
            sum += count * (logs[x] + logAlive + Math.log(all));
            byR += count * (logsByR[x] + inverse * (aliveByR + share * (from.byR - to.byR) - stopped / total));
            byAlpha +=
                    count * (r / alpha + inverse * (-(r + x) / (alpha + length) + share * (from.byAlpha - to.byAlpha)));
            byS += count
                    * (logBeta + inverse * (aliveByS + share * (from.byS - to.byS) + stopped * (1 / s - 1 / total)));
            byBeta += count * (s / beta + inverse * (-s / (beta + length) + share * (from.byBeta - to.byBeta)));
        }
        gradient[0] = byR;
        gradient[1] = byAlpha;
        gradient[2] = byS;
        gradient[3] = byBeta;
        return sum;
    }

    /**
     * G(t) = F(r+s+x, m; r+s+x+1; d / (M + t)) / (M + t)^(r+s+x), with M the greater of alpha and beta, d their difference,
     * and m = s+1 when alpha is the greater, r+x otherwise; as a multiple of e^scale, with its derivatives.
     */
    private final class Tail {
        private final double[] f = new double[4];
        double value;
        double byR;
        double byAlpha;
        double byS;
        double byBeta;

        void at(int x, double time, double scale) {
            boolean alphaIsGreater = alpha >= beta;
            double greater = Math.max(alpha, beta);
            double total = r + s + x;
            double base = greater + time;
            double logBase = Math.log(base);
            double z = Math.abs(alpha - beta) / base;
            Hypergeometric.gradient(total, alphaIsGreater ? s + 1 : r + x, z, f);
            double power = Math.exp(-total * logBase - scale);
            value = power * f[0];
            double byTotal = power * (f[1] - logBase * f[0]);
            double byOther = power * f[2];
            byR = byTotal + (alphaIsGreater ? 0 : byOther);
            byS = byTotal + (alphaIsGreater ? byOther : 0);
            double byZ = power * f[3];
            double byGreater = byZ * (1 - z) / base - total / base * value;
            double bySmaller = -byZ / base;
            byAlpha = alphaIsGreater ? byGreater : bySmaller;
            byBeta = alphaIsGreater ? bySmaller : byGreater;
        }
    }

    @Override
    public double alive(int x, double last, double length) {
        double scale = -(r + x) * Math.log(alpha + length) - s * Math.log(beta + length);
        Tail from = new Tail();
        Tail to = new Tail();
        from.at(x, last, scale);
        to.at(x, length, scale);
        return 1 / (1 + s / (r + s + x) * (from.value - to.value));
    }

    @Override
    public double expected(int x, double last, double length, double time) {
        return alive(x, last, length) * (r + x) / (alpha + length) * living(beta + length, time);
    }

    @Override
    public double expected(double time) {
        return r / alpha * living(beta, time);
    }

    /** For how much of the time a customer who is alive now will live. */
    private double living(double rate, double time) {
        if (Math.abs(s - 1) < NEAR_ONE) {
            return rate * Math.log1p(time / rate);
        }
        return rate / (s - 1) * (1 - Math.pow(rate / (rate + time), s - 1));
    }
}
