package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.catalog.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts names to candidates and words to their reasons. */
final class Wording {
    private final Map<Integer, Product> onSale;

    /** @param onSale products by number; a candidate that is not among them is dropped */
    Wording(Map<Integer, Product> onSale) {
        this.onSale = onSale;
    }

    /** The numbers of all products that candidates and their reasons speak of. */
    static Set<Integer> mentioned(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> Stream.concat(Stream.of(candidate.product()), because(candidate)))
                .collect(Collectors.toSet());
    }

    private static Stream<Integer> because(Candidate candidate) {
        return candidate instanceof Candidate.ItemBased itemBased
                ? itemBased.because().stream().map(Candidate.Share::product)
                : Stream.of();
    }

    Stream<Recommendation> of(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate ->
                        product(candidate.product()).stream().map(product -> recommendation(candidate, product)));
    }

    private Recommendation recommendation(Candidate candidate, Product product) {
        if (candidate instanceof Candidate.Popular popular) {
            return new Recommendation(product, popular.score(), Source.POPULAR, List.of(reason(popular)));
        }
        Candidate.ItemBased itemBased = (Candidate.ItemBased) candidate;
        List<Reason> reasons = itemBased.because().stream()
                .flatMap(share -> product(share.product()).stream().map(bought -> reason(share, bought)))
                .toList();
        return new Recommendation(product, itemBased.score(), Source.ITEM_BASED, reasons);
    }

    private Optional<Product> product(int number) {
        return Optional.ofNullable(onSale.get(number));
    }

    private static Reason reason(Candidate.Share share, Product bought) {
        return new Reason("bought with " + bought.name(), Optional.of(bought.id()), share.share());
    }

    private static Reason reason(Candidate.Popular popular) {
        String lately = popular.window().isZero()
                ? ""
                : " in the last " + popular.window().toDays() + " days";
        String customers = popular.buyers() == 1 ? " customer" : " customers";
        return new Reason("bought by " + popular.buyers() + customers + lately, Optional.empty(), 1);
    }
}
