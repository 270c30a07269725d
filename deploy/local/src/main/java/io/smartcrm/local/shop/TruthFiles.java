package io.smartcrm.local.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the truth beside the story: truth.json and one CSV for customers, products, promotions, seasons, mentions. */
final class TruthFiles {
    private final Truth truth;

    TruthFiles(Truth truth) {
        this.truth = truth;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        parameters(folder.resolve("truth.json"));
        customers(folder.resolve("customers.csv"));
        products(folder.resolve("products.csv"));
        promotions(folder.resolve("promotions.csv"));
        seasons(folder.resolve("seasons.csv"));
        mentions(folder.resolve("mentions.csv"));
    }

    private void parameters(Path file) throws IOException {
        PurchaseModel purchases = truth.population().purchases();
        SpendModel spend = truth.population().spend();
        ShopCalendar calendar = truth.calendar();
        try (Rows rows = Rows.create(file)) {
            rows.line(Json.of(Fields.of(
                    "size", truth.simulation().size(),
                    "seed", truth.seed(),
                    "firstDay", calendar.firstDay(),
                    "lastDay", truth.simulation().lastDay(),
                    "customers", truth.population().customers(),
                    "products", truth.catalogue().products().size(),
                    "purchaseModel",
                            Fields.of(
                                    "name", "BG/NBD",
                                    "unit", "week of shop time",
                                    "r", purchases.r(),
                                    "alpha", purchases.alpha(),
                                    "a", purchases.a(),
                                    "b", purchases.b()),
                    "spendModel",
                            Fields.of("name", "Gamma-Gamma", "p", spend.p(), "q", spend.q(), "gamma", spend.gamma()),
                    "tastes", truth.catalogue().tastes(),
                    "weekdays",
                            IntStream.range(0, 7)
                                    .mapToObj(calendar::date)
                                    .map(date ->
                                            Fields.of("day", date.getDayOfWeek(), "factor", ShopCalendar.weekday(date)))
                                    .toList(),
                    "constants", truth.constants())));
        }
    }

    /** Times in weeks of shop time since the shop opened; left is empty for those who are alive at the end. */
    private void customers(Path file) throws IOException {
        List<String> header = List.of(
                "customer_id",
                "rate",
                "leaving",
                "mean_order",
                "returning",
                "taste",
                "born",
                "purchases",
                "last_purchase",
                "left",
                "alive",
                "observed");
        Population population = truth.population();
        try (Rows rows = Rows.create(file, header)) {
            for (int number = 0; number < population.customers(); number++) {
                Person person = population.person(number);
                Habits habits = person.habits();
                Life life = truth.life(person);
                rows.row(
                        person.profile().id(),
                        decimal(habits.rate()),
                        decimal(habits.leaving()),
                        decimal(population.spend().mean(habits.nu())),
                        decimal(habits.returning()),
                        truth.catalogue().tastes().get(habits.taste()),
                        decimal(life.born()),
                        life.repeats() + 1,
                        decimal(life.lastPurchase()),
                        life.alive() ? "" : decimal(life.lastPurchase()),
                        life.alive(),
                        truth.observes(person));
            }
        }
    }

    private void products(Path file) throws IOException {
        List<String> header = List.of(
                "product_code",
                "taste",
                "weight",
                "trend",
                "intermittent",
                "interval_weeks",
                "launched",
                "season_strength",
                "season_peak_week",
                "returning");
        try (Rows rows = Rows.create(file, header)) {
            for (Product product : truth.catalogue().products()) {
                Demand demand = product.demand();
                rows.row(
                        product.code(),
                        truth.catalogue().tastes().get(demand.taste()),
                        decimal(demand.weight()),
                        decimal(demand.trend()),
                        demand.intermittent(),
                        demand.interval(),
                        truth.calendar().date(demand.launchDay()),
                        decimal(product.traits().kind().strength()),
                        product.traits().kind().peakWeek(),
                        decimal(demand.returning()));
            }
        }
    }

    private void promotions(Path file) throws IOException {
        try (Rows rows = Rows.create(
                file, List.of("promotion", "category", "product_code", "first_day", "last_day", "cut", "lift"))) {
            for (Promotion promotion : truth.promotions()) {
                for (Product product : promotion.products()) {
                    rows.row(
                            promotion.code(),
                            product.category(),
                            product.code(),
                            truth.calendar().date(promotion.firstDay()),
                            truth.calendar().date(promotion.lastDay()),
                            decimal(promotion.cut()),
                            decimal(promotion.lift()));
                }
            }
        }
    }

    private void seasons(Path file) throws IOException {
        ShopCalendar calendar = truth.calendar();
        try (Rows rows = Rows.create(file, List.of("day", "factor", "weekday_factor", "yearly_factor"))) {
            for (int day = 0; day < calendar.days(); day++) {
                rows.row(
                        calendar.date(day),
                        decimal(calendar.factor(day)),
                        decimal(ShopCalendar.weekday(calendar.date(day))),
                        decimal(ShopCalendar.yearly(calendar.date(day).getDayOfYear())));
            }
        }
    }

    /** Offsets in UTF-16 units, the end excluded. */
    private void mentions(Path file) throws IOException {
        List<String> header = List.of("product_code", "language", "field", "entity", "value", "start", "end", "text");
        try (Rows rows = Rows.create(file, header)) {
            for (Product product : truth.catalogue().products()) {
                for (Map.Entry<String, Object> text : Fields.of("en", product.english(), "zh", product.chinese())
                        .entrySet()) {
                    mentions(rows, product, text.getKey(), (ProductText) text.getValue());
                }
            }
        }
    }

    private static void mentions(Rows rows, Product product, String language, ProductText text) {
        for (Mention mention : text.mentions()) {
            rows.row(
                    product.code(),
                    language,
                    mention.inName() ? "name" : "description",
                    mention.entity(),
                    mention.value(),
                    mention.start(),
                    mention.end(),
                    text.words(mention));
        }
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
