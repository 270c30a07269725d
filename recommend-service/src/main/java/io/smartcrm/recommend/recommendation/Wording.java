package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.catalog.Product;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts names to candidates and words to their reasons. */
final class Wording {
    private final Map<Integer, Product> products;

    /** @param products by number; a candidate or a reason that rests on another is dropped */
    Wording(Map<Integer, Product> products) {
        this.products = products;
    }

    /** The numbers of all products that candidates and their reasons speak of. */
    static Set<Integer> mentioned(List<Candidate> candidates) {
        return candidates.stream()
                .flatMapToInt(candidate -> IntStream.concat(
                        IntStream.of(candidate.product()),
                        candidate.because().stream().flatMapToInt(why -> why.product().stream())))
                .boxed()
                .collect(Collectors.toSet());
    }

    Stream<Recommendation> of(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> product(candidate.product()).stream()
                        .map(product -> new Recommendation(
                                product,
                                candidate.score(),
                                candidate.source(),
                                candidate.because().stream()
                                        .flatMap(why -> reason(why).stream())
                                        .toList())));
    }

    private Optional<Product> product(int number) {
        return Optional.ofNullable(products.get(number));
    }

    private Optional<Reason> reason(Why why) {
        if (why.product().isEmpty()) {
            return Optional.of(new Reason(text(why, ""), Optional.empty(), why.share()));
        }
        return product(why.product().getAsInt())
                .map(product -> new Reason(text(why, product.name()), Optional.of(product.id()), why.share()));
    }

    private static String text(Why why, String name) {
        if (why instanceof Why.BoughtWith) {
            return "bought with " + name;
        }
        if (why instanceof Why.Like) {
            return "reads like " + name;
        }
        if (why instanceof Why.Alike alike) {
            return FeatureWording.of(alike.shared(), name);
        }
        if (why instanceof Why.After) {
            return "chosen after " + name;
        }
        if (why instanceof Why.Together together) {
            return String.format(
                    Locale.ROOT,
                    "in %d baskets with %s, %.1f times as often as by chance",
                    together.baskets(),
                    name,
                    together.lift());
        }
        if (why instanceof Why.Shared shared) {
            return PathWording.of(shared.steps(), name, shared.times());
        }
        if (why instanceof Why.Buyers buyers) {
            return "bought by " + counted(buyers.buyers(), "customer") + lately(buyers.window());
        }
        if (why instanceof Why.Rising rising) {
            return String.format(
                    Locale.ROOT,
                    "bought %s%s, where %.1f were to be expected",
                    counted(rising.purchases(), "time"),
                    lately(rising.window()),
                    rising.expected());
        }
        if (why instanceof Why.New fresh) {
            return "new: first bought " + days(fresh.age()) + " ago";
        }
        if (why instanceof Why.Again again) {
            return "bought " + counted(again.times(), "time") + " before, last " + days(again.since()) + " ago"
                    + (again.cadence().isZero() ? "" : ", usually every " + days(again.cadence()));
        }
        return "chosen by the shop";
    }

    private static String lately(Duration window) {
        return window.isZero() ? "" : " in the last " + days(window);
    }

    private static String days(Duration duration) {
        return counted((int) duration.toDays(), "day");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
