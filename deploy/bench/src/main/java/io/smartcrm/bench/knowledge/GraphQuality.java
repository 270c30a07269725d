package io.smartcrm.bench.knowledge;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.CpuClock;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.local.shop.Product;
import io.smartcrm.local.shop.ShopSimulation;
import io.smartcrm.local.shop.Size;
import io.smartcrm.recommend.recognition.Lexicon;
import io.smartcrm.recommend.recognition.ProductText;
import io.smartcrm.recommend.recognition.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Precision and recall of the entities and relations read from the texts of products that were held out, English and
 * Chinese, against the truth of the simulated shop; of brands that no list has apart. With {@code --data} a report on
 * another catalogue, with a sample to check by hand.
 */
public final class GraphQuality {
    static final Syntax SYNTAX = new Syntax(
            "graph-quality [--products 120|1000|5000] [--held-out SHARE_PERCENT] [--seed N] | --data FILE [--sample N] [--seed N]",
            Set.of("products", "held-out", "seed", "data", "sample"),
            Set.of());
    /** Every so many brands are new to the tagger in the second part. */
    private static final int NEW_BRANDS = 4;

    private GraphQuality() {}

    public static void main(String[] args) {
        Command.execute("graph-quality", SYNTAX, args, GraphQuality::run);
    }

    static Figures run(Arguments arguments) throws IOException {
        long seed = arguments.number("seed", 1);
        if (arguments.has("data")) {
            return new CatalogueReport(System.err)
                    .on(arguments.readableFile("data"), arguments.positive("sample", 20), seed);
        }
        List<Product> products =
                new ShopSimulation(size(arguments), seed).truth().catalogue().products();
        int heldOut = arguments.positive("held-out", 30);
        Figures figures = new Figures().add("products", products.size());
        CpuClock cpu = CpuClock.start();
        Predicate<Product> isHeldOut = product -> Math.floorMod(product.index() * 37 + 11, 100) < heldOut;
        Lexicon lexicon = learned(products, isHeldOut, seed);
        double learnSeconds = cpu.seconds();
        Truth truth = new Truth(lexicon);
        cpu = CpuClock.start();
        products.stream().filter(isHeldOut).forEach(truth::compare);
        double readSeconds = cpu.seconds();
        truth.report(figures);
        List<String> brands = products.stream()
                .map(product -> product.traits().brand().english())
                .distinct()
                .sorted()
                .toList();
        Predicate<Product> isNew =
                product -> brands.indexOf(product.traits().brand().english()) % NEW_BRANDS == 0;
        NewBrands news = new NewBrands(learned(products, isNew, seed));
        products.stream().filter(isNew).forEach(news::compare);
        news.report(figures);
        return figures.add("learn_cpu_s", learnSeconds, 2)
                .add("read_us_per_product", 1e6 * readSeconds / truth.products(), 0);
    }

    private static Size size(Arguments arguments) {
        int products = arguments.positive("products", 1_000);
        for (Size size : Size.values()) {
            if (size.products() == products) {
                return size;
            }
        }
        throw arguments.complaint("--products must be 120, 1000 or 5000, not " + products);
    }

    private static Lexicon learned(List<Product> products, Predicate<Product> heldOut, long seed) {
        List<ProductText> sample = products.stream()
                .filter(heldOut.negate())
                .map(SimulatedTexts::described)
                .toList();
        return Lexicon.learn(sample, Vocabulary.usual(), seed);
    }
}
