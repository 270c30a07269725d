package io.smartcrm.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/**
 * The UCI Online Retail file (541,909 lines of a real shop), when it is at {@code ../shared/data} beside the project:
 * credit invoices, lines without customer, stock corrections, a bad debt, and characters of Windows-1252.
 */
class OnlineRetailJourney {
    private static final Path DATA = Path.of("../../../shared/data/online-retail/online_retail.csv.xz");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String MAPPING = """
            {"columns": {"orderNumber": "InvoiceNo", "orderTime": "InvoiceDate", "customerId": "CustomerID",
                         "country": "Country", "productCode": "StockCode", "productName": "Description",
                         "quantity": "Quantity", "unitPrice": "UnitPrice"},
             "defaultCurrency": "GBP", "creditNotePrefix": "C", "timeZone": "Europe/London",
             "customerNamespace": "online-retail"}""";

    @RegisterExtension
    static final RunningSuite SUITE = new RunningSuite(() -> Files.exists(DATA));

    @TempDir
    static Path folder;

    private static Api admin;
    private static OrderFileSums truth;
    private static JsonNode job;

    @BeforeAll
    static void importTheFile() throws IOException {
        assumeThat(DATA).as("skipped: the data set is not there").exists();
        Path orders = folder.resolve("online_retail.csv");
        transcode(orders);
        truth = OrderFileSums.read(
                orders,
                WINDOWS_1252,
                new OrderFileSums.Columns("InvoiceNo", "CustomerID", "Country", "Quantity", "UnitPrice"),
                row -> row.getField("InvoiceNo").startsWith("C"));
        admin = SUITE.api("integrator");
        job = Journey.importFile(admin, orders, MAPPING);
        Journey.awaitReadModels(admin);
    }

    private static void transcode(Path to) throws IOException {
        try (var in = new InputStreamReader(new XZInputStream(Files.newInputStream(DATA)), UTF_8);
                Writer out = Files.newBufferedWriter(to, WINDOWS_1252)) {
            in.transferTo(out);
        }
    }

    @Test
    void everyRowIsAcceptedOrRejectedWithAReason() {
        // When
        List<String> rejected = SUITE.api("admin")
                .getResponse("/api/v1/imports/" + job.path("id").asText() + "/rejected-rows")
                .body()
                .lines()
                .toList();

        // Then
        assertThat(job.path("acceptedRows").asLong() + job.path("rejectedRows").asLong())
                .isEqualTo(truth.rows())
                .isEqualTo(541_909);
        assertThat(job.path("encoding").asText()).isEqualToIgnoringCase("windows-1252");
        assertThat(rejected.get(0)).isEqualTo("line,column,value,reason");
        assertThat(rejected).hasSize(job.path("rejectedRows").asInt() + 1);
    }

    @Test
    void all4372CustomersAreThere() {
        // When
        Set<String> numbers = Journey.all(admin, "/api/v1/customers").stream()
                .map(customer ->
                        customer.path("identities").path(0).path("value").asText())
                .collect(Collectors.toSet());

        // Then
        assertThat(numbers).hasSize(4_372).hasSameSizeAs(truth.customers());
    }

    @Test
    void creditInvoicesAreRefunds() {
        // Given
        JsonNode totals = SUITE.api("analyst").get("/api/v1/order-totals").path("items");

        // When
        long refunds = Journey.stream(totals)
                .mapToLong(total -> total.path("refundCount").asLong())
                .sum();

        // Then
        assertThat(refunds).isEqualTo(truth.refunds().size()).isEqualTo(3_836);
        assertThat(job.path("result").path("refunds").asLong()).isEqualTo(3_836);
    }

    @Test
    void totalsPerCountryEqualAStraightSumOverTheFile() {
        // Given
        JsonNode totals = SUITE.api("analyst").get("/api/v1/order-totals").path("items");

        // When
        List<Long> stored = Journey.stream(totals)
                .map(total -> total.path("total").path("minorUnits").asLong())
                .toList();

        // Then
        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(truth.hundredthsByCountry().values());
    }

    @Test
    void demandIsForecastForTheShopAndItsBestSeller() {
        // Given
        Api analyst = SUITE.api("analyst");
        String product = product("85123A");

        // When
        JsonNode total = analyst.get("/api/v1/demand-forecasts");
        JsonNode bestSeller = analyst.get("/api/v1/demand-forecasts?productId=" + product);
        JsonNode named = analyst.get("/api/v1/demand-forecasts?methods=theta,snaive");

        // Then
        DemandChecks.assertBy(named, "theta", "snaive");
        DemandChecks.assertSixWeeksByTwoMethods(total);
        DemandChecks.assertSixWeeksByTwoMethods(bestSeller);
        assertThat(total.path("history").size()).isBetween(52, 54);
    }

    @Test
    void lanternsAreRecommendedWithAReason() {
        // Given
        String customer = admin.get("/api/v1/customers?filter=" + Api.encode("identity = \"online-retail:17850\""))
                .path("items")
                .path(0)
                .path("id")
                .asText();

        // When
        JsonNode items = admin.get("/api/v1/customers/" + customer + "/recommendations?size=10&excludeBought=true")
                .path("items");

        // Then
        assertThat(items).hasSize(10).allSatisfy(item -> {
            assertThat(item.path("source").asText()).isNotEqualTo("BUY_AGAIN");
            assertThat(item.path("reasons").path(0).path("text").asText()).isNotBlank();
        });
        assertThat(items.toString()).contains("ITEM_BASED").contains("bought with ");
    }

    @Test
    void everyBuyerIsScored() {
        // When
        List<JsonNode> scores = Journey.all(SUITE.api("marketer"), "/api/v1/rfm-scores");

        // Then
        assertThat(scores.size()).isBetween(4_000, truth.customers().size());
    }

    private static String product(String code) {
        return admin.get("/api/v1/products?filter=" + Api.encode("code = \"" + code + "\""))
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
