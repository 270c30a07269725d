package io.smartcrm.recommend.evaluation;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The protocol of strong generalisation (Liang et al. 2018): the customers to foresee are unknown to the trained model
 * and folded in with a part of their choices; the rest is to be found among the items not folded in.
 */
public final class StrongGeneralisation {
    private StrongGeneralisation() {}

    /**
     * Trials of the customers that have both parts; what was folded in is not asked for again.
     *
     * @param foldIn what the model may see of each test customer
     * @param test the rest, with the same numbers of customers
     */
    public static List<Trial> trials(Interactions foldIn, Interactions test) {
        if (foldIn.customers() != test.customers()) {
            throw new IllegalArgumentException(
                    "fold-in and test differ in customers: " + foldIn.customers() + ", " + test.customers());
        }
        List<Trial> trials = new ArrayList<>();
        for (int customer = 0; customer < foldIn.customers(); customer++) {
            History known = foldIn.history(customer);
            BitSet relevant = test.history(customer).items();
            relevant.andNot(known.items());
            if (!known.isEmpty() && !relevant.isEmpty()) {
                trials.add(new Trial(known, relevant, false));
            }
        }
        return trials;
    }
}
