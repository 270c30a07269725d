package io.smartcrm.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.local.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the suite knows of a person: handed out, nowhere to be read, forgotten everywhere, and kept through a loss. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyJourney {
    private static final String WORD = "qzxvjkanary";
    private static final String PHONE = "4930901820";
    private static final String PLAIN = "plainmark7c1";
    private static final Canary CANARY = new Canary(WORD, PHONE);
    private static final Duration ERASURE_DEADLINE = Duration.ofSeconds(60);

    @RegisterExtension
    static final RunningSuite SUITE = new RunningSuite();

    @TempDir
    static Path folder;

    private static String ada;
    private static String bob;

    @BeforeAll
    static void tellOfTwoPersons() throws IOException {
        Api admin = SUITE.api("admin");
        ada = person(admin, "Ada");
        bob = person(admin, "Bob");
        String orders = "order,time,customer,name,email,product,quantity,price\n"
                + "1,2026-01-05T10:00:00Z," + WORD + "-Ada,Ada " + WORD + ",ada@" + WORD + ".example,mug,2,9.50\n"
                + "2,2026-01-06T10:00:00Z," + WORD + "-Bob,Bob " + WORD + ",bob@" + WORD + ".example,mug,1,9.50\n"
                + "3,2026-01-06T11:00:00Z," + WORD + "-Bob,Bob,bob@" + WORD + ".example,lamp,Bob " + WORD + ",9.50\n";
        Path file = Files.writeString(folder.resolve("orders.csv"), orders);
        JsonNode job = Journey.importFile(admin, file, """
                {"columns": {"orderNumber": "order", "orderTime": "time", "customerId": "customer", "customerName": "name",
                "customerEmail": "email", "productCode": "product", "quantity": "quantity", "unitPrice": "price"},
                "defaultCurrency": "EUR", "customerNamespace": "shop"}""");
        assertThat(job.path("rejectedRows").asInt()).isEqualTo(1);
        Journey.awaitReadModels(admin);
    }

    @Test
    @Order(1)
    void everythingHeldIsHandedOutByAllServices() throws IOException {
        // When
        Map<String, String> files = unzip(SUITE.api("agent").download("/api/v1/customers/" + ada + "/personal-data"));

        // Then
        assertThat(files)
                .containsKeys("manifest.json", "loyalty-service/activity.json", "recommend-service/purchases.json");
        assertThat(files.get("customer-service/profile.json")).contains("Ada " + WORD, "Ada@" + WORD, PHONE);
        assertThat(files.get("customer-service/notes.json")).contains("call " + WORD);
        assertThat(files.get("customer-service/support-cases.json")).contains("broken " + WORD);
        assertThat(files.get("customer-service/consents.json")).contains("marketing");
        assertThat(files.get("customer-service/orders.json")).contains("\"number\":\"1\"");
    }

    @Test
    @Order(2)
    void noTopicNamesAPerson() {
        // When
        var topics = CANARY.topics(SUITE.suite());

        // Then
        assertThat(topics).isEmpty();
        assertThat(new Canary(ada).topics(SUITE.suite())).hasSizeGreaterThan(3);
    }

    @Test
    @Order(3)
    void aDumpNamesNobodyButInRejectedRows() throws Exception {
        // When
        var tables = CANARY.tables(SUITE.suite(), SUITE.folder());

        // Then what a file got wrong is there for whoever sent it, until the rule for it takes it away.
        assertThat(tables).isSubsetOf("customer.import_rejection");
        assertThat(new Canary(PLAIN).tables(SUITE.suite(), SUITE.folder())).contains("customer.customer");
    }

    @Test
    @Order(4)
    void whoIsErasedIsForgottenByAllServicesWithAReceipt() throws IOException {
        // Given
        Api admin = SUITE.api("admin");
        String carl = person(admin, "Carl");

        // When
        String erasure = admin.post(
                        "/api/v1/erasures", "{\"customerId\": \"" + carl + "\", \"reason\": \"asked\"}", 202)
                .path("id")
                .asText();
        await("the answers of all services")
                .atMost(ERASURE_DEADLINE)
                .untilAsserted(() -> assertThat(admin.get("/api/v1/erasures/" + erasure)
                                .path("state")
                                .asText())
                        .isEqualTo("COMPLETE"));

        // Then
        JsonNode receipt = admin.get("/api/v1/erasures/" + erasure + "/receipt");
        assertThat(receipt.path("parts").findValuesAsText("service"))
                .contains("customer-service", "recommend-service", "loyalty-service");
        assertThat(receipt.toString()).doesNotContain(WORD);
        assertThat(admin.getResponse("/api/v1/customers/" + carl).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void whoReadAndChangedWhatIsProvenByTheAuditLog() {
        // Given
        Api admin = SUITE.api("admin");

        // When
        List<String> calls = Journey.all(admin, "/api/v1/audit-entries?customerId=" + ada).stream()
                .map(entry -> entry.path("rpc").asText() + " "
                        + entry.path("userName").asText())
                .toList();

        // Then
        assertThat(calls)
                .contains(
                        "smartcrm.ops.v1.PersonalDataService/ExportPersonalData agent",
                        "smartcrm.customer.v1.ConsentService/RecordConsent admin");
        JsonNode check = admin.get("/api/v1/audit-verification");
        assertThat(check.path("checked").asLong()).isGreaterThan(5);
        assertThat(check.hasNonNull("firstBreak")).isFalse();
    }

    @Test
    @Order(6)
    void logsNameNobody() throws IOException {
        // When
        var files = CANARY.files(SUITE.folder().resolve("logs"));

        // Then
        assertThat(files).isEmpty();
    }

    @Test
    @Order(7)
    void aRestoredSuiteKnowsAllButWhoWasErasedSince() throws Exception {
        // Given
        String kept = folder.resolve("kept").toString();
        Path data = SUITE.folder().resolve("data");
        SUITE.stop();
        Instant asked = Instant.now();
        run("deploy/backup", kept);
        Instant made = Instant.now();
        Files.writeString(
                data.resolve("customer-service/erasures/ledger"),
                UUID.randomUUID() + " " + Instant.now() + " " + ada + "\n",
                StandardOpenOption.APPEND);
        delete(data.resolve("postgresql"));
        delete(data.resolve("kafka"));

        // When
        Instant lost = Instant.now();
        run("deploy/restore", kept);
        SUITE.start();
        Api admin = SUITE.api("admin");
        JsonNode known = admin.get("/api/v1/customers/" + bob);
        Duration back = Duration.between(lost, Instant.now());

        // Then
        System.out.printf(
                "backup drill: backup %d ms, from restore to the first answer %d ms, customers lost 0%n",
                Duration.between(asked, made).toMillis(), back.toMillis());
        assertThat(known.path("name").asText()).isEqualTo("Bob " + WORD);
        assertThat(admin.get("/api/v1/customers/" + bob + "/orders").path("items"))
                .hasSize(1);
        assertThat(admin.getResponse("/api/v1/customers/" + ada).statusCode()).isEqualTo(404);
        await("the answers of all services")
                .atMost(ERASURE_DEADLINE)
                .untilAsserted(() -> assertThat(Journey.all(admin, "/api/v1/erasures"))
                        .hasSize(2)
                        .allSatisfy(erasure ->
                                assertThat(erasure.path("state").asText()).isEqualTo("COMPLETE")));
        Journey.awaitReadModels(admin);
    }

    /** All that can be told of a person, with the word in each text. */
    private static String person(Api admin, String name) {
        String id = admin.post("/api/v1/customers", """
                        {"name": "%1$s %2$s", "email": "%1$s@%2$s.example", "phone": "+%3$s", "country": "DE",
                        "identities": [{"namespace": "shop", "value": "%2$s-%1$s"}], "tags": ["%4$s"]}""".formatted(name, WORD, PHONE, PLAIN), 201)
                .path("id")
                .asText();
        String customer = "/api/v1/customers/" + id;
        admin.post(customer + "/notes", "{\"text\": \"call " + WORD + "\"}", 201);
        admin.post("/api/v1/support-cases", """
                        {"customerId": "%s", "channel": "email", "subject": "Lamp of %s", "text": "It is broken %s"}""".formatted(id, WORD, WORD), 201);
        admin.post(customer + "/consents", """
                        {"purpose": "marketing", "channel": "email", "state": "GRANTED", "source": "checkout"}""", 200);
        return id;
    }

    private static void run(String command, String kept) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Checkout.found().resolve(command).toString(),
                        kept,
                        "--data",
                        SUITE.folder().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static void delete(Path lost) throws IOException {
        try (Stream<Path> files = Files.walk(lost)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
