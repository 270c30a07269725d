package io.smartcrm.customer.exporting;

import static io.smartcrm.customer.Calls.failureOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.agroal.api.AgroalDataSource;
import io.grpc.Channel;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.CancelExportRequest;
import io.smartcrm.proto.customer.v1.CreateExportRequest;
import io.smartcrm.proto.customer.v1.DownloadExportRequest;
import io.smartcrm.proto.customer.v1.Export;
import io.smartcrm.proto.customer.v1.ExportFormat;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.ExportServiceGrpc;
import io.smartcrm.proto.customer.v1.ExportServiceGrpc.ExportServiceBlockingStub;
import io.smartcrm.proto.customer.v1.ExportState;
import io.smartcrm.proto.customer.v1.GetExportRequest;
import io.smartcrm.proto.customer.v1.ListExportsRequest;
import io.smartcrm.proto.customer.v1.WatchExportRequest;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportGrpcTest {
    @Inject
    AgroalDataSource database;

    @Inject
    ExportConfig config;

    private final String name = "x" + UUID.randomUUID().toString().substring(0, 8);
    private Calls calls;
    private ExportServiceBlockingStub exports;

    @BeforeEach
    void connect() {
        calls = new Calls();
        exports = stub(calls.as(name, "analyst"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aListBecomesACsvThatRunsNoFormula() throws Exception {
        // Given
        run("""
            insert into product (id, code, name, category_path, price, currency, create_time, update_time)
            select gen_random_uuid(), '%1$s' || i, case i when 1 then '=1+1' else 'a,b' end, '{%1$s,deep}', -1.50, 'EUR',
                now(), now() from generate_series(1, 2) as i\
            """);

        // When
        Export job = export(ExportList.EXPORT_LIST_PRODUCTS, "category = \"" + name + "\"");
        List<String> lines = text(job).lines().toList();

        // Then
        assertThat(job.getState()).isEqualTo(ExportState.EXPORT_STATE_SUCCEEDED);
        assertThat(job.getWrittenRows()).isEqualTo(2);
        assertThat(job.getTotalBytes()).isEqualTo(text(job).getBytes(UTF_8).length);
        assertThat(lines.get(0)).isEqualTo("id,code,name,categoryPath,price,currency,createTime,updateTime");
        assertThat(lines.get(1)).contains("," + name + "1,'=1+1," + name + "|deep,-1.50,EUR,");
        assertThat(lines.get(2)).contains("\"a,b\"");
        assertThat(Instant.ofEpochSecond(job.getExpireTime().getSeconds())).isAfter(Instant.now());
    }

    @Test
    void manyRowsArePackedAndCounted() throws Exception {
        // Given
        run("""
            insert into product (id, code, category_path, create_time, update_time)
            select gen_random_uuid(), '%1$s' || i, '{%1$s}', now(), now() from generate_series(1, 12000) as i\
            """);

        // When
        Export job = end(exports.createExport(CreateExportRequest.newBuilder()
                        .setList(ExportList.EXPORT_LIST_PRODUCTS)
                        .setFormat(ExportFormat.EXPORT_FORMAT_NDJSON)
                        .setGzip(true)
                        .setFilter("category = \"" + name + "\"")
                        .build())
                .getExport());
        String text =
                new String(new GZIPInputStream(new ByteArrayInputStream(content(exports, job))).readAllBytes(), UTF_8);

        // Then
        assertThat(job.getWrittenRows()).isEqualTo(12_000);
        assertThat(text.lines())
                .hasSize(12_000)
                .allSatisfy(line -> assertThat(line).startsWith("{\"id\":\"").contains("\"categoryPath\":[\"" + name));
    }

    @Test
    void ordersComeLineByLine() throws Exception {
        // Given
        run("""
            with p as (insert into product (id, code, create_time, update_time)
                values (gen_random_uuid(), '%1$s', now(), now()) returning id),
            o as (insert into sales_order (id, number, kind, order_time, currency, total, line_count, refund_of)
                values (gen_random_uuid(), '%1$s', 'ADJUSTMENT', now(), 'EUR', -4, 2, '') returning id)
            insert into order_line (order_id, line_number, product_id, quantity, unit_price)
            select o.id, line, p.id, line, -1.5 from o, p, generate_series(1, 2) as line\
            """);

        // When
        Export job = export(ExportList.EXPORT_LIST_ORDERS, "kind = \"ADJUSTMENT\"");

        // Then
        assertThat(text(job).lines().filter(line -> line.contains(name)))
                .hasSize(2)
                .last()
                .asString()
                .endsWith(",2," + name + ",2,-1.5");
    }

    @Test
    void anAgentsFileHoldsTheCustomersOfTheOwnTeam() throws Exception {
        // Given
        run("""
            insert into customer (id, country, team, create_time, update_time)
            select gen_random_uuid(), '%1$s', team, now(), now() from unnest(array['north', 'south', '']) as team\
            """);
        var agent = stub(calls.with(
                Tokens.draft(name + "gus", "agent").with("team", "north").signed()));

        // When
        Export job = end(agent, create(agent, ExportList.EXPORT_LIST_CUSTOMERS, "country = \"" + name + "\""));
        Export all = export(ExportList.EXPORT_LIST_CUSTOMERS, "country = \"" + name + "\"");

        // Then
        assertThat(job.getWrittenRows()).isEqualTo(2);
        assertThat(all.getWrittenRows()).isEqualTo(3);
    }

    @Test
    void casesComeWithTheirFiguresAndOnlyThoseOfVisibleCustomers() throws Exception {
        // Given
        run("""
            with c as (insert into customer (id, country, team, create_time, update_time)
                select gen_random_uuid(), '%1$s', team, now(), now() from unnest(array['north', 'south']) as team
                returning id, team)
            insert into support_case (id, customer_id, status, priority, channel, tags, assignee, open_time, update_time,
                version)
            select gen_random_uuid(), id, 'OPEN', 'HIGH', 'phone', array['a', 'b'], '%1$s', now(), now(), 1 from c\
            """);
        var agent = stub(calls.with(
                Tokens.draft(name + "gus", "agent").with("team", "north").signed()));
        String filter = "assignee = \"" + name + "\" and status = \"OPEN\"";

        // When
        Export all = export(ExportList.EXPORT_LIST_CASES, filter);
        Export own = end(agent, create(agent, ExportList.EXPORT_LIST_CASES, filter));

        // Then
        assertThat(all.getWrittenRows()).isEqualTo(2);
        assertThat(own.getWrittenRows()).isEqualTo(1);
        assertThat(text(all).lines().skip(1))
                .allSatisfy(line -> assertThat(line).contains(",OPEN,HIGH,phone,,a|b," + name + ","));
        assertThat(failureOf(() -> create(exports, ExportList.EXPORT_LIST_CASES, "colour = \"red\""))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
    }

    @Test
    void nobodySeesTheExportsOfOthers() {
        // Given
        Export job = export(ExportList.EXPORT_LIST_PRODUCTS, "code = \"none\"");
        var other = stub(calls.as("otto", "admin"));

        // When
        var failure = failureOf(() -> content(other, job));

        // Then
        assertThat(failure.reason()).isEqualTo("EXPORT_NOT_FOUND");
        assertThat(failureOf(() -> get(other, job)).reason()).isEqualTo("EXPORT_NOT_FOUND");
        assertThat(exports.listExports(ListExportsRequest.getDefaultInstance()).getExportsList())
                .extracting(Export::getId)
                .containsExactly(job.getId());
        assertThat(other.listExports(ListExportsRequest.getDefaultInstance()).getExportsList())
                .extracting(Export::getId)
                .doesNotContain(job.getId());
    }

    @Test
    void aCancelledExportHasNoFileAnyMore() throws IOException {
        // Given
        Export job = export(ExportList.EXPORT_LIST_PRODUCTS, "code = \"none\"");

        // When
        Export cancelled = exports.cancelExport(CancelExportRequest.newBuilder()
                        .setId(job.getId())
                        .setRequestId(name)
                        .build())
                .getExport();

        // Then
        assertThat(cancelled.getState()).isEqualTo(ExportState.EXPORT_STATE_EXPIRED);
        assertThat(failureOf(() -> content(exports, job)).reason()).isEqualTo("EXPORT_NOT_READY");
        assertThat(config.folder().resolve(job.getId() + ".export")).doesNotExist();
    }

    @Test
    void anExportExpires() throws Exception {
        // Given
        Export job = export(ExportList.EXPORT_LIST_PRODUCTS, "code = \"none\"");

        // When
        run("update export_job set expire_time = now() - interval '1 second' where id = '" + job.getId() + "'");

        // Then
        await().until(() -> get(exports, job).getState() == ExportState.EXPORT_STATE_EXPIRED);
        await().untilAsserted(() ->
                assertThat(config.folder().resolve(job.getId() + ".export")).doesNotExist());
    }

    @Test
    void anExportThatACrashLeftRunningBeginsAgain() throws Exception {
        // Given
        Export before = export(ExportList.EXPORT_LIST_PRODUCTS, "code = \"none\"");

        // When
        run("update export_job set state = 'RUNNING', written_rows = 77 where id = '" + before.getId() + "'");
        Export job = await().until(
                        () -> get(exports, before), found -> found.getState() == ExportState.EXPORT_STATE_SUCCEEDED);

        // Then
        assertThat(job.getWrittenRows()).isZero();
        assertThat(text(job)).startsWith("id,code,");
    }

    @Test
    void aWatcherSeesTheEnd() {
        // Given
        Export job = create(exports, ExportList.EXPORT_LIST_PRODUCTS, "code = \"none\"");

        // When
        var seen = exports.watchExport(
                WatchExportRequest.newBuilder().setId(job.getId()).build());

        // Then
        var last = new ExportState[1];
        seen.forEachRemaining(step -> last[0] = step.getExport().getState());
        assertThat(last[0]).isEqualTo(ExportState.EXPORT_STATE_SUCCEEDED);
    }

    @Test
    void aWishThatCannotBeIsRefused() {
        // When / Then
        assertThat(failureOf(() -> create(exports, ExportList.EXPORT_LIST_PRODUCTS, "colour = \"red\""))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> create(exports, ExportList.EXPORT_LIST_UNSPECIFIED, ""))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> create(stub(calls.anonymous()), ExportList.EXPORT_LIST_PRODUCTS, ""))
                        .kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
        assertThat(failureOf(() -> create(stub(calls.as("nobody")), ExportList.EXPORT_LIST_PRODUCTS, ""))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
    }

    @Test
    void aRepeatedWishIsTheSameExport() {
        // Given
        var wish = CreateExportRequest.newBuilder()
                .setList(ExportList.EXPORT_LIST_PRODUCTS)
                .setFilter("code = \"none\"")
                .setRequestId(name);

        // When
        String first = exports.createExport(wish.build()).getExport().getId();
        String second = exports.createExport(wish.build()).getExport().getId();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(failureOf(() -> exports.createExport(wish.setGzip(true).build()))
                        .reason())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private Export export(ExportList list, String filter) {
        return end(exports, create(exports, list, filter));
    }

    private static Export create(ExportServiceBlockingStub stub, ExportList list, String filter) {
        return stub.createExport(CreateExportRequest.newBuilder()
                        .setList(list)
                        .setFilter(filter)
                        .build())
                .getExport();
    }

    private Export end(Export job) {
        return end(exports, job);
    }

    private static Export end(ExportServiceBlockingStub stub, Export job) {
        return await().until(
                        () -> get(stub, job),
                        now -> now.getState() != ExportState.EXPORT_STATE_WAITING
                                && now.getState() != ExportState.EXPORT_STATE_RUNNING);
    }

    private static Export get(ExportServiceBlockingStub stub, Export job) {
        return stub.getExport(GetExportRequest.newBuilder().setId(job.getId()).build())
                .getExport();
    }

    private String text(Export job) {
        return new String(content(exports, job), UTF_8);
    }

    private static byte[] content(ExportServiceBlockingStub stub, Export job) {
        var content = ByteString.newOutput();
        stub.downloadExport(
                        DownloadExportRequest.newBuilder().setId(job.getId()).build())
                .forEachRemaining(piece -> {
                    try {
                        piece.getContent().writeTo(content);
                    } catch (IOException impossible) {
                        throw new AssertionError(impossible);
                    }
                });
        return content.toByteString().toByteArray();
    }

    private static ExportServiceBlockingStub stub(Channel channel) {
        return ExportServiceGrpc.newBlockingStub(channel);
    }

    /** {@code %1$s} stands for the name of this test. */
    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(name));
        }
    }
}
