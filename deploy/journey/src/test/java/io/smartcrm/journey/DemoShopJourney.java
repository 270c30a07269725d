package io.smartcrm.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.local.shop.DemoShop;
import io.smartcrm.local.shop.ShopSimulation;
import io.smartcrm.local.shop.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From the demo shop's order file to customers, scores, forecasts and recommendations. */
class DemoShopJourney {
    private static final long SEED = 7;

    @RegisterExtension
    static final RunningSuite SUITE = new RunningSuite();

    @TempDir
    static Path folder;

    private static Api admin;
    private static OrderFileSums truth;
    private static JsonNode job;

    @BeforeAll
    static void importTheShop() throws IOException {
        DemoShop.write(new ShopSimulation(Size.SMALL, SEED), 0, folder);
        Path orders = folder.resolve("orders.csv");
        truth = OrderFileSums.read(
                orders,
                UTF_8,
                new OrderFileSums.Columns("order_number", "customer_id", "country", "quantity", "unit_price"),
                row -> !row.getField("refund_of").isEmpty());
        admin = SUITE.api("admin");
        job = Journey.importFile(admin, orders, Files.readString(folder.resolve("orders-mapping.json")));
        Journey.awaitReadModels(admin);
    }

    @Test
    void everyRowOfTheFileIsAccountedFor() {
        assertThat(job.path("acceptedRows").asLong()).isEqualTo(truth.rows());
        assertThat(job.path("rejectedRows").asLong()).isZero();
        assertThat(job.path("result").path("sales").asInt())
                .isEqualTo(truth.sales().size());
        assertThat(job.path("result").path("refunds").asInt())
                .isEqualTo(truth.refunds().size());
    }

    @Test
    void customersAreThoseOfTheFile() {
        // When
        List<JsonNode> customers = Journey.all(admin, "/api/v1/customers");

        // Then
        Set<String> numbers = customers.stream()
                .map(customer ->
                        customer.path("identities").path(0).path("value").asText())
                .collect(Collectors.toSet());
        assertThat(numbers).isEqualTo(truth.customers());
    }

    @Test
    void totalsPerCountryEqualTheFilesSums() {
        // When
        JsonNode totals = admin.get("/api/v1/order-totals").path("items");

        // Then
        Map<String, Long> stored = new TreeMap<>();
        totals.forEach(total -> stored.put(
                total.path("country").asText(),
                total.path("total").path("minorUnits").asLong()));
        assertThat(stored).isEqualTo(truth.hundredthsByCountry());
    }

    @Test
    void anOverviewShowsProfileOrdersScoreAndRecommendations() {
        // Given
        String buyer = someBuyer();

        // When
        JsonNode overview = SUITE.api("agent").get("/api/v1/customers/" + buyer + "/overview");

        // Then
        assertThat(overview.path("partial")).isEmpty();
        assertThat(overview.path("customer").path("id").asText()).isEqualTo(buyer);
        assertThat(overview.path("orders")).isNotEmpty();
        assertThat(overview.path("rfmScore").path("code").asText()).matches("[1-5]{3}");
        assertThat(overview.path("recommendations").path("items")).isNotEmpty();
    }

    @Test
    void everyBuyerHasAScoreAndASegment() {
        // When
        List<JsonNode> scores = Journey.all(SUITE.api("marketer"), "/api/v1/rfm-scores");
        JsonNode segments = SUITE.api("analyst").get("/api/v1/rfm-segments").path("items");

        // Then
        assertThat(scores).hasSameSizeAs(truth.customers());
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.path("segment").asText())
                        .isNotBlank()
                        .isNotEqualTo("RFM_SEGMENT_UNSPECIFIED"));
        assertThat(Journey.stream(segments)
                        .mapToLong(segment -> segment.path("customers").asLong())
                        .sum())
                .isEqualTo(scores.size());
    }

    @Test
    void demandIsForecastInTotalByCategoryAndByProduct() {
        // Given
        Api analyst = SUITE.api("analyst");
        JsonNode product = popularProduct();
        String category = product.path("categoryPath").path(0).asText();

        // When
        JsonNode total = analyst.get("/api/v1/demand-forecasts?horizon=6");
        JsonNode ofCategory = analyst.get("/api/v1/demand-forecasts?category=" + Api.encode(category));
        JsonNode ofProduct = analyst.get(
                "/api/v1/demand-forecasts?productId=" + product.path("id").asText());
        JsonNode named = analyst.get("/api/v1/demand-forecasts?horizon=6&methods=theta,snaive");

        // Then
        DemandChecks.assertBy(named, "theta", "snaive");
        DemandChecks.assertChoiceRestsOnABacktest(named);
        for (JsonNode forecast : List.of(total, ofCategory, ofProduct)) {
            DemandChecks.assertSixWeeksByTwoMethods(forecast);
            DemandChecks.assertChoiceRestsOnABacktest(forecast);
        }
        assertThat(total.path("history").size()).isBetween(155, 157);
    }

    @Test
    void recommendationsNameAReasonAndLeaveOutWhatWasBought() {
        // Given
        String buyer = someBuyer();
        Set<String> bought = Journey.all(admin, "/api/v1/customers/" + buyer + "/orders").stream()
                .flatMap(order -> Journey.stream(
                        admin.get("/api/v1/orders/" + order.path("id").asText()).path("lines")))
                .map(line -> line.path("productId").asText())
                .collect(Collectors.toSet());

        // When
        JsonNode items = SUITE.api("agent")
                .get("/api/v1/customers/" + buyer + "/recommendations?size=20&excludeBought=true")
                .path("items");

        // Then
        assertThat(items).hasSize(20).allSatisfy(item -> {
            assertThat(item.path("productId").asText()).isNotIn(bought);
            assertThat(item.path("source").asText()).isNotBlank();
            assertThat(item.path("reasons").path(0).path("text").asText()).isNotBlank();
        });
        assertThat(items)
                .anySatisfy(item -> assertThat(item.path("reasons").toString()).contains("bought with "));
    }

    @Test
    void similarItemsAreMostlyOfTheSameTaste() {
        // Given
        Map<String, Integer> tastes = tasteByProductCode();
        JsonNode product = popularProduct();
        int taste = tastes.getOrDefault(product.path("code").asText(), -1);

        // When
        JsonNode similar = admin.get("/api/v1/products/" + product.path("id").asText() + "/similar?size=10")
                .path("items");

        // Then
        long ofTaste = Journey.stream(similar)
                .filter(item -> tastes.getOrDefault(item.path("productCode").asText(), -2) == taste)
                .count();
        long inCatalogue =
                tastes.values().stream().filter(other -> other == taste).count();
        double byChance = (double) inCatalogue / tastes.size();
        assertThat((double) ofTaste / similar.size()).isGreaterThan(2 * byChance);
    }

    private static String someBuyer() {
        return Journey.all(admin, "/api/v1/rfm-scores?segment=CHAMPIONS")
                .get(0)
                .path("customerId")
                .asText();
    }

    /** The product that most others are bought with: it has a long series and sure neighbours. */
    private static JsonNode popularProduct() {
        JsonNode popular = admin.get("/api/v1/customers/00000000-0000-7000-8000-000000000000/recommendations?size=1")
                .path("items")
                .path(0);
        return admin.get("/api/v1/products/" + popular.path("productId").asText());
    }

    private static Map<String, Integer> tasteByProductCode() {
        return new ShopSimulation(Size.SMALL, SEED)
                .truth().catalogue().products().stream()
                        .collect(Collectors.toMap(
                                product -> product.code(),
                                product -> product.demand().taste()));
    }
}
