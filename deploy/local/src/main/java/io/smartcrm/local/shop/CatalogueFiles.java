package io.smartcrm.local.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes what the shop publishes about its products: products.csv and the price history prices.csv. */
final class CatalogueFiles {
    private final Truth truth;

    CatalogueFiles(Truth truth) {
        this.truth = truth;
    }

    void write(Path folder) throws IOException {
        products(folder.resolve("products.csv"));
        prices(folder.resolve("prices.csv"));
    }

    private void products(Path file) throws IOException {
        List<String> header = List.of(
                "product_code",
                "name_en",
                "name_zh",
                "description_en",
                "description_zh",
                "brand",
                "colour",
                "material",
                "size",
                "category",
                "category_zh",
                "price",
                "currency",
                "launched");
        try (Rows rows = Rows.create(file, header)) {
            for (Product product : truth.catalogue().products()) {
                Traits traits = product.traits();
                rows.row(
                        product.code(),
                        product.name(),
                        product.chinese().name(),
                        product.english().description(),
                        product.chinese().description(),
                        traits.brand().english(),
                        traits.colour().english(),
                        traits.material().english(),
                        traits.size(),
                        product.category(),
                        traits.kind().categoryChinese(),
                        Rows.money(truth.prices(product).lastEntry().getValue()),
                        OrderFile.CURRENCY,
                        truth.calendar().date(product.demand().launchDay()));
            }
        }
    }

    /** Regular prices from the day they begin, and reduced prices from the first to the last day of a promotion. */
    private void prices(Path file) throws IOException {
        try (Rows rows =
                Rows.create(file, List.of("product_code", "first_day", "last_day", "price", "currency", "promotion"))) {
            for (Product product : truth.catalogue().products()) {
                for (Map.Entry<Integer, Long> price : truth.prices(product).entrySet()) {
                    Integer next = truth.prices(product).higherKey(price.getKey());
                    int last = next == null ? truth.calendar().days() - 1 : next - 1;
                    row(rows, product, price.getKey(), last, price.getValue(), "");
                }
            }
            for (Promotion promotion : truth.promotions()) {
                for (Product product : promotion.products()) {
                    reduced(rows, promotion, product);
                }
            }
        }
    }

    private void reduced(Rows rows, Promotion promotion, Product product) {
        int first = promotion.firstDay();
        for (int day = first; day <= promotion.lastDay(); day++) {
            long price = truth.priceList().price(product, day);
            boolean ends = day == promotion.lastDay() || truth.priceList().price(product, day + 1) != price;
            if (ends) {
                row(rows, product, first, day, promotion.reduced(price), promotion.code());
                first = day + 1;
            }
        }
    }

    private void row(Rows rows, Product product, int first, int last, long price, String promotion) {
        rows.row(
                product.code(),
                truth.calendar().date(first),
                truth.calendar().date(last),
                Rows.money(price),
                OrderFile.CURRENCY,
                promotion);
    }
}
