package io.smartcrm.loyalty.value;

/**
 * BG/NBD, and MBG/NBD when {@code fromFirst}: after each purchase a customer stops with a probability that differs between
 * customers by a beta distribution of a and b.
 *
 * @param fromFirst whether one may also stop after the first purchase
 */
public record BgNbd(boolean fromFirst, double r, double alpha, double a, double b) implements TransactionModel {
    private static final double NEAR_ONE = 1e-9;

    @Override
    public Kind kind() {
        return fromFirst ? Kind.MBGNBD : Kind.BGNBD;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, a, b};
    }

    /**
     * With n = x purchases after which one could stop (x + 1 when also after the first): the customer lived on,
     * B(a, b+n)/B(a,b) (alpha+T)^-(r+x), or stopped after the last, B(a+1, b+n-1)/B(a,b) (alpha+t)^-(r+x); the second is
     * a/(b+n-1) ((alpha+T)/(alpha+t))^(r+x) times the first.
     */
    @Override
    public double logLikelihood(Histories histories, double[] gradient) {
        PerCount table = new PerCount(histories.mostX());
        double sum = 0;
        double byR = 0;
        double byAlpha = 0;
        double byA = 0;
        double byB = 0;
        for (int i = 0; i < histories.rows(); i++) {
            int x = histories.x(i);
            long count = histories.count(i);
            double shape = r + x;
            double whole = alpha + histories.length(i);
            double logWhole = Math.log(whole);
            double value = table.value[x] - shape * logWhole;
            double dR = table.byR[x] - logWhole;
            double dAlpha = r / alpha - shape / whole;
            double dA = table.byA[x];
            double dB = table.byB[x];
            int chances = chances(x);
            if (chances > 0) {
                double part = alpha + histories.last(i);
                double logRatio = logWhole - Math.log(part);
                double odds = a / (b + chances - 1) * Math.exp(shape * logRatio);
                double gone = odds / (1 + odds);
                value += Math.log1p(odds);
                dR += gone * logRatio;
                dAlpha += gone * shape * (1 / whole - 1 / part);
                dA += gone / a;
                dB -= gone / (b + chances - 1);
            }
            sum += count * value;
            byR += count * dR;
            byAlpha += count * dAlpha;
            byA += count * dA;
            byB += count * dB;
        }
        gradient[0] = byR;
        gradient[1] = byAlpha;
        gradient[2] = byA;
        gradient[3] = byB;
        return sum;
    }

    private int chances(int x) {
        return fromFirst ? x + 1 : x;
    }

    /** What depends on the number of purchases only. */
    private final class PerCount {
        final double[] value;
        final double[] byR;
        final double[] byA;
        final double[] byB;

        PerCount(int most) {
            value = new double[most + 1];
            byR = new double[most + 1];
            byA = new double[most + 1];
            byB = new double[most + 1];
            double log = r * Math.log(alpha);
            double dR = Math.log(alpha);
            double dA = 0;
            double dB = 0;
            if (fromFirst) {
                log += Math.log(b / (a + b));
                dA = -1 / (a + b);
                dB = 1 / b - 1 / (a + b);
            }
            for (int x = 0; x <= most; x++) {
                value[x] = log;
                byR[x] = dR;
                byA[x] = dA;
                byB[x] = dB;
                double n = chances(x);
                log += Math.log((r + x) * (b + n) / (a + b + n));
                dR += 1 / (r + x);
                dA -= 1 / (a + b + n);
                dB += 1 / (b + n) - 1 / (a + b + n);
            }
        }
    }

    @Override
    public double alive(int x, double last, double length) {
        int chances = chances(x);
        if (chances == 0) {
            return 1;
        }
        double odds = a / (b + chances - 1) * Math.pow((alpha + length) / (alpha + last), r + x);
        return 1 / (1 + odds);
    }

    @Override
    public double expected(int x, double last, double length, double time) {
        return alive(x, last, length) * whileAlive(r + x, alpha + length, b + chances(x), time);
    }

    @Override
    public double expected(double time) {
        double start = fromFirst ? b / (a + b) : 1;
        return start * whileAlive(r, alpha, b + chances(0), time);
    }

    /** Of a customer who is alive now, with stay ~ beta(a, stays): Fader, Hardie and Lee (2005), equation 10. */
    private double whileAlive(double shape, double rate, double stays, double time) {
        double stop = Math.abs(a - 1) < NEAR_ONE ? 1 + NEAR_ONE : a;
        double z = time / (rate + time);
        double kept =
                Math.exp(shape * Math.log(rate / (rate + time))) * Hypergeometric.f(shape, stays, stop + stays - 1, z);
        return (stop + stays - 1) / (stop - 1) * (1 - kept);
    }
}
