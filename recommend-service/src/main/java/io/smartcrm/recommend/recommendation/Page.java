package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.catalog.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One page of candidates: on sale, no category too often.
 *
 * @param next how many candidates on sale the pages up to this one have passed, empty where the list ends here
 */
record Page(List<Candidate> candidates, OptionalInt next) {
    Page {
        candidates = List.copyOf(candidates);
    }

    /** @param products by number; a candidate that is not among them, or not on sale, is dropped */
    static Page of(List<Candidate> candidates, Map<Integer, Product> products, Query query) {
        List<Candidate> chosen = new ArrayList<>();
        Map<String, Integer> perCategory = new HashMap<>();
        int passed = 0;
        for (Candidate candidate : candidates) {
            Product product = products.get(candidate.product());
            if (product == null || !product.onSale()) {
                continue;
            }
            if (chosen.size() == query.size()) {
                return new Page(chosen, OptionalInt.of(passed));
            }
            passed++;
            if (passed > query.offset()
                    && mayJoin(product, perCategory, query.rules().mostPerCategory())) {
                chosen.add(candidate);
            }
        }
        return new Page(chosen, OptionalInt.empty());
    }

    private static boolean mayJoin(Product product, Map<String, Integer> perCategory, int most) {
        if (most == 0 || product.category().isEmpty()) {
            return true;
        }
        String category = product.category().get(product.category().size() - 1);
        return perCategory.merge(category, 1, Integer::sum) <= most;
    }
}
