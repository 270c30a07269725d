package io.smartcrm.loyalty.valuation;

import io.smartcrm.loyalty.value.GammaGamma;
import io.smartcrm.loyalty.value.TransactionModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The models that values are made by.
 *
 * @param draws other models that the purchases would allow
 * @param tracking repeat purchases by week
 */
record ValueModel(
        TransactionModel model,
        double logLikelihood,
        long customers,
        List<TransactionModel> draws,
        Optional<AmountModel> amounts,
        Terms terms,
        LocalDate asOf,
        long fitMillis,
        Instant fitTime,
        List<Week> tracking) {
    ValueModel {
        draws = List.copyOf(draws);
        tracking = List.copyOf(tracking);
    }

    record AmountModel(String currencyCode, GammaGamma model, List<GammaGamma> draws, long customers) {}

    record Terms(int horizonWeeks, double discountRate, double margin) {}

    record Week(int week, long actual, double expected) {}

    /** The parameter of each draw. */
    double[] drawn(int parameter) {
        return draws.stream().mapToDouble(draw -> draw.parameters()[parameter]).toArray();
    }
}
