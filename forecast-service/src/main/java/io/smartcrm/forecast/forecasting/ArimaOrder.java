package io.smartcrm.forecast.forecasting;

/**
 * ARIMA(p,d,q)(P,D,Q) of a period, with a constant or without (Box &amp; Jenkins 1976).
 *
 * @param constant a mean of the undifferenced or a drift of the once differenced series
 */
record ArimaOrder(
        int ar,
        int difference,
        int ma,
        int seasonalAr,
        int seasonalDifference,
        int seasonalMa,
        int period,
        boolean constant) {

    /** Shifts the four numbers of coefficients. */
    ArimaOrder moved(int ar, int ma, int seasonalAr, int seasonalMa) {
        return new ArimaOrder(
                this.ar + ar,
                difference,
                this.ma + ma,
                this.seasonalAr + seasonalAr,
                seasonalDifference,
                this.seasonalMa + seasonalMa,
                period,
                constant);
    }

    ArimaOrder withConstant(boolean present) {
        return new ArimaOrder(ar, difference, ma, seasonalAr, seasonalDifference, seasonalMa, period, present);
    }

    /** Coefficients of lags. */
    int coefficients() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** Coefficients, constant and variance. */
    int parameters() {
        return coefficients() + (constant ? 1 : 0) + 1;
    }

    int differences() {
        return difference + seasonalDifference;
    }

    double[] differenced(double[] values) {
        double[] changes = values;
        for (int i = 0; i < seasonalDifference; i++) {
            changes = Differencing.over(changes, period);
        }
        for (int i = 0; i < difference; i++) {
            changes = Differencing.over(changes, 1);
        }
        return changes;
    }

    /** How the series follows from its differences: weights of its own earlier values, from lag 1. */
    double[] integration() {
        double[] polynomial = {1};
        for (int i = 0; i < difference; i++) {
            polynomial = LagPolynomial.product(polynomial, new double[] {1, -1});
        }
        for (int i = 0; i < seasonalDifference; i++) {
            double[] seasonal = new double[period + 1];
            seasonal[0] = 1;
            seasonal[period] = -1;
            polynomial = LagPolynomial.product(polynomial, seasonal);
        }
        double[] weights = new double[polynomial.length - 1];
        for (int lag = 1; lag <= weights.length; lag++) {
            weights[lag - 1] = -polynomial[lag];
        }
        return weights;
    }

    @Override
    public String toString() {
        String season = seasonalAr + seasonalDifference + seasonalMa == 0
                ? ""
                : "(%d,%d,%d)[%d]".formatted(seasonalAr, seasonalDifference, seasonalMa, period);
        String with = !constant ? "" : differences() == 0 ? " with mean" : " with drift";
        return "ARIMA(%d,%d,%d)".formatted(ar, difference, ma) + season + with;
    }
}
