package io.smartcrm.customer.importing;

import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportResult;
import io.smartcrm.proto.customer.v1.ImportState;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportJobTest {
    private static final ImportResult NOTHING = ImportResult.getDefaultInstance();
    /** Whoever works at an import holds an advisory lock. */
    private static final String KILL_WORKERS = """
        select count(pg_terminate_backend(pid)) from pg_locks
        where locktype = 'advisory' and pid <> pg_backend_pid()\
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ImportWorkers workers;

    private Calls calls;
    private ImportCalls imports;
    private Shelf shelf;

    @BeforeEach
    void connect() {
        calls = new Calls();
        imports = new ImportCalls(calls.as("ines", "integrator"));
        shelf = new Shelf(database);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        calls.close();
    }

    @Test
    void aFileBecomesCustomersProductsOrdersAndSums() throws Exception {
        // Given
        String file = csv(
                shelf.line("qty", "3"),
                shelf.line("sku", "B", "price", "0.10"),
                shelf.line("nr", "C2", "qty", "-1", "refund", "1"),
                shelf.line("nr", "3", "customer", "", "sku", "bad debt", "price", "-100"));

        // When
        Import job = imports.uploadAndAwait(file);

        // Then
        assertThat(job.getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED);
        assertThat(job.getResult())
                .isEqualTo(ImportResult.newBuilder()
                        .setCustomers(1)
                        .setProducts(3)
                        .setSales(1)
                        .setRefunds(1)
                        .setAdjustments(1)
                        .setLines(4)
                        .build());
        assertThat(job.getReadRows()).isEqualTo(4);
        assertThat(job.getReadBytes()).isEqualTo(job.getTotalBytes());
        assertThat(job.getEncoding()).isEqualTo("UTF-8");
        assertThat(shelf.sumsKept()).isEqualTo("ADJUSTMENT 1 -200, REFUND 1 -1.5, SALE 1 4.7");
        assertThat(shelf.text("""
            select o.number from sales_order r join sales_order o on o.id = r.refunded_order_id
            where r.country = '%1$s'\
            """)).isEqualTo(shelf.name() + "1");
        assertThat(shelf.text("select min(c.country) from customer c join sales_order o on o.customer_id = c.id"
                        + " where o.country = '%1$s'"))
                .isEqualTo(shelf.name());
    }

    @Test
    void everyOrderIsToldWithAllItsLinesUnderItsCustomersKey() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.line(), shelf.line("sku", "B"), shelf.line("nr", "C2", "qty", "-1")));
        String customer = shelf.text("select distinct customer_id from sales_order where country = '%1$s'");

        try (var topic = new TopicReader(Topics.ORDERS)) {
            // When
            var events = await().until(() -> topic.ofKey(customer), found -> found.size() == 2);

            // Then
            assertThat(events)
                    .extracting(event -> EventHeaders.readFrom(event.headers()).type())
                    .containsExactly("smartcrm.customer.v1.OrderPlaced", "smartcrm.customer.v1.RefundIssued");
            var order =
                    OrderEvent.parseFrom(events.get(0).value()).getOrderPlaced().getOrder();
            assertThat(order.getNumber()).isEqualTo(shelf.name() + "1");
            assertThat(order.getTotal().getMinorUnits()).isEqualTo(600);
            assertThat(order.getLinesList())
                    .extracting(line -> line.getLineNumber())
                    .containsExactly(1, 2);
            assertThat(order.getLines(0).getUnitPrice()).isEqualTo("1.5");
        }
    }

    @Test
    void aFileReadTwiceChangesNothing() throws Exception {
        // Given
        String file = csv(shelf.shop(150, 1));
        Import first = imports.uploadAndAwait(file);
        String digest = shelf.digest();

        // When
        Import second = imports.uploadAndAwait(file);

        // Then
        assertThat(second.getResult()).isEqualTo(NOTHING);
        assertThat(second.getAcceptedRows()).isEqualTo(first.getAcceptedRows());
        assertThat(second.getRejectedRows()).isEqualTo(first.getRejectedRows()).isPositive();
        assertThat(shelf.digest()).isEqualTo(digest);
        assertThat(shelf.sumsKept()).isEqualTo(shelf.sumsOfOrders());
    }

    @Test
    void aCorrectedOrderIsReplacedUnderItsId() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.line("qty", "3"), shelf.line("sku", "B"), shelf.line("nr", "2")));
        String id = shelf.text("select id from sales_order where number = '%1$s1'");

        // When
        Import job = imports.uploadAndAwait(csv(shelf.line("qty", "1"), shelf.line("nr", "2")));

        // Then
        assertThat(job.getResult().getSales()).isEqualTo(1);
        assertThat(shelf.text("select concat_ws(' ', id, version, line_count, total::float8) from sales_order"
                        + " where number = '%1$s1'"))
                .isEqualTo(id + " 2 1 1.5");
        assertThat(shelf.sumsKept()).isEqualTo("SALE 2 4.5").isEqualTo(shelf.sumsOfOrders());
    }

    @Test
    void linesThatStandFarApartAreOneOrderAndStayOneWhenReadAgain() throws Exception {
        // Given
        String file = csv(apart());
        imports.uploadAndAwait(file);
        String digest = shelf.digest();

        // When
        Import again = imports.uploadAndAwait(file);

        // Then
        assertThat(shelf.text("select concat_ws(' ', line_count, version) from sales_order where number = '%1$s0'"))
                .isEqualTo("3 2");
        assertThat(again.getResult()).isEqualTo(NOTHING);
        assertThat(shelf.digest()).isEqualTo(digest);
        assertThat(shelf.sumsKept()).isEqualTo(shelf.sumsOfOrders());
    }

    @Test
    void linesThatANewFileNoLongerHasAreGone() throws Exception {
        // Given
        List<Map<String, String>> lines = apart();
        imports.uploadAndAwait(csv(lines));

        // When
        imports.uploadAndAwait(csv(lines.subList(0, lines.size() - 1)));

        // Then
        assertThat(shelf.text("select concat_ws(' ', line_count, version) from sales_order where number = '%1$s0'"))
                .isEqualTo("2 3");
        assertThat(shelf.sumsKept()).isEqualTo(shelf.sumsOfOrders());
    }

    @Test
    void aRefundThatComesBeforeItsOrderIsLinkedLater() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.line("nr", "C9", "qty", "-1", "refund", "1")));

        // When
        imports.uploadAndAwait(csv(shelf.line()));

        // Then
        assertThat(shelf.text("""
            select concat_ws(' ', o.number, r.version) from sales_order r
            join sales_order o on o.id = r.refunded_order_id where r.country = '%1$s'\
            """)).isEqualTo(shelf.name() + "1 2");
    }

    @Test
    void anImportWhoseConnectionsAreKilledEndsAsIfNothingHadBeen() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.shop(700, 2)));
        var broken = new Shelf(database);

        // When
        Import job = imports.upload(csv(broken.shop(700, 2)));
        for (int kill = 0; kill < 4; kill++) {
            long row = imports.get(job.getId()).getReadRows();
            await().until(() -> imports.get(job.getId()), now -> now.getReadRows() > row || ended(now));
            broken.text(KILL_WORKERS);
        }
        Import ended = imports.awaitEnd(job);

        // Then
        assertThat(ended.getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED);
        assertThat(broken.digest()).isEqualTo(shelf.digest());
        assertThat(broken.text("select count(*) from import_rejection where import_id = '" + job.getId() + "'"))
                .isEqualTo(Long.toString(ended.getRejectedRows()));
    }

    @Test
    void anImportGoesOnAfterARestart() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.shop(500, 3)));
        var paused = new Shelf(database);
        Import job = imports.upload(csv(paused.shop(500, 3)));
        await().until(() -> imports.get(job.getId()).getReadRows() > 0);

        // When
        workers.stop();
        Import stopped = imports.get(job.getId());
        workers.start();
        imports.awaitEnd(job);

        // Then
        assertThat(stopped.getState()).isEqualTo(ImportState.IMPORT_STATE_RUNNING);
        assertThat(paused.digest()).isEqualTo(shelf.digest());
    }

    @Test
    void severalImportsOfTheSameShopAtOnceAgree() throws Exception {
        // Given
        String file = csv(shelf.shop(200, 4));
        List<Import> jobs = new ArrayList<>();

        // When
        for (int i = 0; i < 4; i++) {
            jobs.add(imports.upload(file));
        }
        List<Import> ended = jobs.stream().map(imports::awaitEnd).toList();

        // Then
        assertThat(ended).allSatisfy(job -> assertThat(job.getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED));
        assertThat(shelf.sumsKept()).isEqualTo(shelf.sumsOfOrders());
        assertThat(shelf.text("select count(*) - count(distinct value_code) from customer_identity where customer_id in"
                        + " (select customer_id from sales_order where country = '%1$s')"))
                .isEqualTo("0");
    }

    @Test
    void aCancelledImportStopsAndWhatIsStoredStays() throws Exception {
        // Given
        Import job = imports.upload(csv(shelf.shop(2_000, 5)));
        await().until(() -> imports.get(job.getId()).getReadRows() > 0);

        // When
        imports.cancel(job.getId());
        Import ended = imports.awaitEnd(job);

        // Then
        assertThat(ended.getState()).isEqualTo(ImportState.IMPORT_STATE_CANCELLED);
        assertThat(ended.getReadBytes()).isLessThan(ended.getTotalBytes());
        assertThat(shelf.text("select sum(line_count) from sales_order where country = '%1$s'"))
                .isEqualTo(Long.toString(ended.getAcceptedRows()));
        assertThat(imports.cancel(job.getId()).getState()).isEqualTo(ImportState.IMPORT_STATE_CANCELLED);
    }

    @Test
    void aMappingThatFitsNoRowFailsAtOnceWithTheFirstPlace() {
        // Given
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add(shelf.line("nr", Integer.toString(i), "qty", "many"));
        }

        // When
        Import job = imports.uploadAndAwait(csv(lines));

        // Then
        assertThat(job.getState()).isEqualTo(ImportState.IMPORT_STATE_FAILED);
        assertThat(job.getReadRows()).isEqualTo(100);
        assertThat(job.getFailure())
                .startsWith("none of the first 100 rows could be used; the first is in line 2, column 'qty';");
        assertThat(imports.rejectedRows(job.getId())).contains("2,qty,many,\"is not a decimal number");
    }

    @Test
    void aFileWithoutTheColumnsFailsWithTheirNames() {
        // When
        Import job = imports.uploadAndAwait("a;b\n1;2\n");

        // Then
        assertThat(job.getState()).isEqualTo(ImportState.IMPORT_STATE_FAILED);
        assertThat(job.getFailure()).contains("column 'nr'").contains("the file has: 'a', 'b'");
    }

    /** An order whose last line stands three batches behind its first ones. */
    private List<Map<String, String>> apart() {
        List<Map<String, String>> lines = new ArrayList<>();
        lines.add(shelf.line("nr", "0"));
        lines.add(shelf.line("nr", "0", "sku", "B"));
        for (int i = 1; i <= 300; i++) {
            lines.add(shelf.line("nr", Integer.toString(i)));
        }
        lines.add(shelf.line("nr", "0", "sku", "C"));
        return lines;
    }

    private static boolean ended(Import job) {
        return job.hasEndTime();
    }
}
