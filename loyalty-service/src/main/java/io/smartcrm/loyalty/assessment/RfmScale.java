package io.smartcrm.loyalty.assessment;

import io.smartcrm.loyalty.rfm.MultiplicativeRfm;
import io.smartcrm.loyalty.rfm.RfmWeights;
import java.util.Map;

/** How the three scores become one: by weights, or by the product of the measures themselves. */
record RfmScale(RfmWeights weights, Map<String, MultiplicativeRfm> byCurrency) {
    RfmScale {
        byCurrency = Map.copyOf(byCurrency);
    }

    /** From 1 to 5. */
    double weighted(RfmScore score) {
        return score.code().weightedSum(weights);
    }

    /** From 0.000001 to 1; 0 when nobody in the customer's currency was scored. */
    double multiplicative(RfmScore score) {
        MultiplicativeRfm maxima = byCurrency.get(score.purchases().monetary().currencyCode());
        return maxima == null ? 0 : maxima.score(score.purchases());
    }
}
