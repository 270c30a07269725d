package io.smartcrm.customer.importing;

import static io.smartcrm.customer.Calls.failureOf;
import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.CancelImportRequest;
import io.smartcrm.proto.customer.v1.CreateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DeleteImportTemplateRequest;
import io.smartcrm.proto.customer.v1.GetImportTemplateRequest;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportEntity;
import io.smartcrm.proto.customer.v1.ImportState;
import io.smartcrm.proto.customer.v1.ImportTemplate;
import io.smartcrm.proto.customer.v1.ImportTemplateServiceGrpc;
import io.smartcrm.proto.customer.v1.ImportTemplateServiceGrpc.ImportTemplateServiceBlockingStub;
import io.smartcrm.proto.customer.v1.InspectFileRequest;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.ListSupportCasesRequest;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.RevertImportRequest;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.proto.customer.v1.UpdateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of every kind, tried out before and taken back after. */
@QuarkusTest
class EveryEntityTest {
    private static final Map<String, String> CUSTOMER_COLUMNS =
            Map.of("customerId", "id", "name", "person.name", "email", "person.mail", "country", "land");

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private ImportCalls imports;
    private ImportTemplateServiceBlockingStub templates;
    private Shelf shelf;

    @BeforeEach
    void connect() {
        calls = new Calls();
        imports = new ImportCalls(calls.as("ines", "integrator"));
        templates = ImportTemplateServiceGrpc.newBlockingStub(calls.as("ines", "integrator"));
        shelf = new Shelf(database);
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void customersComeInAsPackedJsonLinesAndTheLastFileIsRight() throws Exception {
        // Given
        String file = """
            {"id": "%1$s1", "person": {"name": "Ada", "mail": "ada@example.org"}, "land": "France"}
            {"id": "%1$s2", "person": {"name": "Bob"}}
            {"id": "%1$s3", "person": {"mail": "nobody"}}
            not json
            """.formatted(shelf.name());
        var header = ImportCalls.header(ImportEntity.IMPORT_ENTITY_CUSTOMERS, CUSTOMER_COLUMNS);
        Import first = imports.awaitEnd(imports.upload(header, gzip(file)));

        // When
        Import second = imports.awaitEnd(imports.upload(
                header,
                "{\"id\": \"%s1\", \"person\": {\"name\": \"Ada L.\"}}\n"
                        .formatted(shelf.name())
                        .getBytes(UTF_8)));

        // Then
        assertThat(first.getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED);
        assertThat(first.getResult().getCustomers()).isEqualTo(2);
        assertThat(first.getDelimiter()).isEmpty();
        assertThat(imports.rejectedRows(first.getId()).lines())
                .containsExactly(
                        "line,column,value,reason",
                        "3,person.mail,nobody,is not an e-mail address",
                        "4,,not json,\"is not JSON: Unrecognized token 'not': was expecting (JSON String, Number, Array,"
                                + " Object or token 'null', 'true' or 'false')\"");
        assertThat(second.getResult().getCustomers()).isEqualTo(1);
        assertThat(customers("1")).singleElement().satisfies(customer -> {
            assertThat(customer.getName()).isEqualTo("Ada L.");
            assertThat(customer.getEmail()).isEqualTo("ada@example.org");
            assertThat(customer.getCountry()).isEqualTo("FR");
            assertThat(customer.getEtag()).isEqualTo("2");
        });
        assertThat(shelf.text("select count(*) from import_rejection where import_id = '" + first.getId()
                        + "' and position('nobody'::bytea in sealed) > 0"))
                .isEqualTo("0");
    }

    @Test
    void productsComeInFromTheirCatalogue() throws Exception {
        // Given
        String file = """
            sku;name;category;price
            %1$sA;Apple;Food>Fruit;1.20
            %1$sB;=cmd;;
            %1$sC;Pear;;-1
            """.formatted(shelf.name());
        var header = ImportCalls.header(
                ImportEntity.IMPORT_ENTITY_PRODUCTS,
                Map.of("productCode", "sku", "productName", "name", "category", "category", "unitPrice", "price"));

        // When
        Import job = imports.awaitEnd(imports.upload(header, file.getBytes(UTF_8)));

        // Then
        assertThat(job.getResult().getProducts()).isEqualTo(2);
        assertThat(job.getRejectedRows()).isEqualTo(1);
        assertThat(shelf.text("select concat_ws(' ', name, category_path, price, currency) from product"
                        + " where code = '%1$sA'"))
                .isEqualTo("Apple {Food,Fruit} 1.2 EUR");
    }

    @Test
    void casesOfAnotherSystemComeInAreCorrectedAndGoAgain() throws Exception {
        // Given
        imports.awaitEnd(imports.upload(
                ImportCalls.header(ImportEntity.IMPORT_ENTITY_CUSTOMERS, CUSTOMER_COLUMNS),
                "{\"id\": \"%s1\", \"person\": {\"name\": \"Ada\"}}\n"
                        .formatted(shelf.name())
                        .getBytes(UTF_8)));
        String file = """
            ticket;customer;title;opened;status;closed;rating;body;labels
            %1$sa;%1$s1;Broken;2026-01-02T10:00:00Z;closed;2026-01-03T10:00:00Z;4;It broke;lamp|return
            %1$sb;%1$s1;Late;2026-01-04T10:00:00Z;;;;;
            %1$sc;%1$s9;Lost;2026-01-04T10:00:00Z;;;;;
            %1$sd;%1$s1;Open end;2026-01-04T10:00:00Z;resolved;;;;
            %1$se;%1$s1;Gone;2026-01-04T10:00:00Z;vanished;;;;
            """.formatted(shelf.name());
        var header = ImportCalls.header(
                ImportEntity.IMPORT_ENTITY_CASES,
                Map.of(
                        "caseNumber",
                        "ticket",
                        "customerId",
                        "customer",
                        "subject",
                        "title",
                        "openTime",
                        "opened",
                        "status",
                        "status",
                        "resolveTime",
                        "closed",
                        "satisfaction",
                        "rating",
                        "text",
                        "body",
                        "tags",
                        "labels"));
        String figures = shelf.text("select coalesce(sum(case_count * value), 0) from support_case_figure");

        // When
        Import first = imports.awaitEnd(imports.upload(header, file.getBytes(UTF_8)));
        List<SupportCase> imported = cases();
        Import second = imports.awaitEnd(
                imports.upload(header, file.replace("Late", "Too late").getBytes(UTF_8)));
        List<SupportCase> corrected = cases();
        imports.revert(second.getId());
        List<SupportCase> asBefore = cases();
        Import reverted = imports.revert(first.getId());

        // Then
        assertThat(first.getResult().getCases()).isEqualTo(2);
        assertThat(imports.rejectedRows(first.getId()))
                .contains("4,customerId," + shelf.name() + "9,is no customer of namespace 'shop'")
                .contains("resolveTime: is missing for a case that is RESOLVED")
                .contains("'VANISHED' is not one of [NEW, OPEN");
        assertThat(imported).extracting(SupportCase::getSubject).containsExactly("Late", "Broken");
        assertThat(imported)
                .extracting(SupportCase::getStatus)
                .containsExactly(
                        SupportCaseStatus.SUPPORT_CASE_STATUS_NEW, SupportCaseStatus.SUPPORT_CASE_STATUS_CLOSED);
        assertThat(imported).extracting(SupportCase::getMessageCount).containsExactly(0, 1);
        assertThat(imported.get(1).getSatisfaction()).isEqualTo(4);
        assertThat(imported.get(1).getTagsList()).containsExactly("lamp", "return");
        assertThat(second.getResult().getCases()).isEqualTo(1);
        assertThat(corrected).extracting(SupportCase::getSubject).containsExactly("Too late", "Broken");
        assertThat(asBefore).extracting(SupportCase::getSubject).containsExactly("Late", "Broken");
        assertThat(reverted.getKeptRecords()).isZero();
        assertThat(cases()).isEmpty();
        assertThat(shelf.text("select coalesce(sum(case_count * value), 0) from support_case_figure"))
                .isEqualTo(figures);
    }

    private List<SupportCase> cases() {
        return SupportCaseServiceGrpc.newBlockingStub(calls.as("ada", "admin"))
                .listSupportCases(ListSupportCasesRequest.newBuilder()
                        .setCustomerId(customers("1").get(0).getId())
                        .build())
                .getSupportCasesList();
    }

    @Test
    void aDryRunCountsAsTheImportWouldAndStoresNothing() throws Exception {
        // Given
        byte[] file = csv(shelf.shop(150, 5)).getBytes(UTF_8);
        UploadHeader header = ImportCalls.header("");

        // When
        Import trial = imports.awaitEnd(
                imports.upload(header.toBuilder().setDryRun(true).build(), file));
        String stored = shelf.text("select count(*) from product where code like '%1$s%%'")
                + shelf.text("select count(*) from sales_order where country = '%1$s'")
                + customers("c1").size();
        Import real = imports.awaitEnd(imports.upload(header, file));

        // Then
        assertThat(trial.getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED);
        assertThat(trial.getDryRun()).isTrue();
        assertThat(stored).isEqualTo("000");
        assertThat(trial.getResult().getCustomers())
                .isEqualTo(real.getResult().getCustomers())
                .isPositive();
        assertThat(trial.getResult().getProducts())
                .isEqualTo(real.getResult().getProducts())
                .isPositive();
        assertThat(trial.getAcceptedRows()).isEqualTo(real.getAcceptedRows());
        assertThat(trial.getRejectedRows()).isEqualTo(real.getRejectedRows()).isPositive();
        assertThat(imports.rejectedRows(trial.getId())).isEqualTo(imports.rejectedRows(real.getId()));
        assertThat(failureOf(() -> imports.revert(trial.getId())).reason()).isEqualTo("IMPORT_NOT_REVERTIBLE");
    }

    @Test
    void aRevertedImportLeavesNothingBehindAndTellsTheOthers() throws Exception {
        // Given
        Import job = imports.uploadAndAwait(csv(shelf.shop(150, 6)));
        String customer = shelf.text("select customer_id from sales_order where country = '%1$s' and kind = 'SALE'"
                + " and customer_id is not null order by number limit 1");
        String order = shelf.text("select id from sales_order where customer_id = '" + customer + "' limit 1");

        // When
        Import reverted = imports.revert(job.getId());

        // Then
        assertThat(reverted.getState()).isEqualTo(ImportState.IMPORT_STATE_REVERTED);
        assertThat(reverted.getKeptRecords()).isZero();
        assertThat(reverted.getRevertedRecords()).isPositive();
        assertThat(shelf.text("select count(*) from sales_order where country = '%1$s'"))
                .isEqualTo("0");
        assertThat(shelf.text("select count(*) from product where code like '%1$s%%'"))
                .isEqualTo("0");
        assertThat(shelf.text("select count(*) from customer where id = '" + customer + "'"))
                .isEqualTo("0");
        assertThat(shelf.text("select count(*) from order_line where order_id = '" + order + "'"))
                .isEqualTo("0");
        assertThat(shelf.sumsKept()).isEmpty();
        assertThat(shelf.text("select count(*) from import_change where import_id = '" + job.getId() + "'"))
                .isEqualTo("0");
        try (var topic = new TopicReader(Topics.ORDERS)) {
            await().untilAsserted(() -> assertThat(topic.ofKey(customer)).anySatisfy(event -> {
                var gone = OrderEvent.parseFrom(event.value())
                        .getAdjustmentBooked()
                        .getOrder();
                assertThat(gone.getId()).isEqualTo(order);
                assertThat(gone.getLinesList()).isEmpty();
                assertThat(gone.getCustomerId()).isEmpty();
            }));
        }
        try (var topic = new TopicReader(Topics.CUSTOMERS)) {
            await().untilAsserted(() -> {
                var events = topic.ofKey(customer);
                assertThat(events).isNotEmpty();
                assertThat(events.get(events.size() - 1).value()).isNull();
            });
        }
    }

    @Test
    void whatAnImportChangedIsAsItWasOnceItIsReverted() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.line("qty", "3"), shelf.line("sku", "B"), shelf.line("nr", "2")));
        String before = shelf.sumsKept() + looks();
        Import correction = imports.uploadAndAwait(
                csv(shelf.line("qty", "1", "text", "Another"), shelf.line("nr", "2"), shelf.line("nr", "3")));
        assertThat(shelf.sumsKept() + looks()).isNotEqualTo(before);

        // When
        Import reverted = imports.revert(correction.getId());

        // Then
        assertThat(reverted.getKeptRecords()).isZero();
        assertThat(shelf.sumsKept() + looks()).isEqualTo(before);
        assertThat(shelf.sumsKept()).isEqualTo(shelf.sumsOfOrders());
        assertThat(shelf.text("select version from sales_order where number = '%1$s1'"))
                .isEqualTo("3");
    }

    @Test
    void whatChangedSinceStaysWhenAnImportIsReverted() throws Exception {
        // Given
        Import first = imports.uploadAndAwait(csv(shelf.line(), shelf.line("nr", "2")));
        imports.uploadAndAwait(csv(shelf.line("qty", "7")));

        // When
        Import reverted = imports.revert(first.getId());

        // Then
        assertThat(shelf.text("select string_agg(replace(number, '%1$s', ''), ' ') from sales_order"
                        + " where country = '%1$s'"))
                .isEqualTo("1");
        assertThat(reverted.getKeptRecords()).as("order, customer and product").isEqualTo(3);
        assertThat(shelf.sumsKept()).isEqualTo(shelf.sumsOfOrders());
    }

    @Test
    void onlyAnImportThatEndedCanBeReverted() {
        // Given
        Import job = imports.uploadAndAwait(csv(shelf.line()));
        var analyst = new ImportCalls(calls.as("anna", "analyst"));

        // When
        Import once = imports.revert(job.getId());
        Import twice = imports.revert(job.getId());

        // Then
        assertThat(twice).isEqualTo(once);
        assertThat(failureOf(() -> analyst.revert(job.getId())).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> imports.revert(UUID.randomUUID().toString())).reason())
                .isEqualTo("IMPORT_NOT_FOUND");
    }

    @Test
    void aKeyOfAnotherCommandIsRefused() {
        // Given
        String key = UUID.randomUUID().toString();
        Import one = imports.uploadAndAwait(csv(shelf.line()));
        Import other = imports.uploadAndAwait(csv(shelf.line("nr", "2")));
        imports.stub()
                .revertImport(RevertImportRequest.newBuilder()
                        .setId(one.getId())
                        .setRequestId(key)
                        .build());

        // When
        var failure = failureOf(() -> imports.stub()
                .revertImport(RevertImportRequest.newBuilder()
                        .setId(other.getId())
                        .setRequestId(key)
                        .build()));

        // Then
        assertThat(failure.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(failureOf(() -> imports.stub()
                                .cancelImport(CancelImportRequest.newBuilder()
                                        .setId(other.getId())
                                        .setRequestId(key)
                                        .build()))
                        .reason())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(failureOf(() -> imports.cancel(other.getId())).reason()).isEqualTo("IMPORT_ENDED");
    }

    @Test
    void aTemplateIsKeptChangedUsedAndDeleted() {
        // Given
        String name = shelf.name();
        var wanted = ImportTemplate.newBuilder()
                .setName(name)
                .setEntity(ImportEntity.IMPORT_ENTITY_ORDERS)
                .setMapping(ImportCalls.mapping())
                .build();
        var create = CreateImportTemplateRequest.newBuilder().setTemplate(wanted);
        ImportTemplate made = templates
                .createImportTemplate(create.setRequestId(name).build())
                .getTemplate();

        // When
        ImportTemplate again = templates.createImportTemplate(create.build()).getTemplate();
        ImportTemplate changed = templates
                .updateImportTemplate(UpdateImportTemplateRequest.newBuilder()
                        .setTemplate(made.toBuilder()
                                .setMapping(made.getMapping().toBuilder().setTimeZone("UTC")))
                        .build())
                .getTemplate();
        Import used = imports.awaitEnd(imports.upload(
                UploadHeader.newBuilder().setFileName("o").setTemplate(name).build(),
                csv(shelf.line()).getBytes(UTF_8)));

        // Then
        assertThat(again).isEqualTo(made);
        assertThat(used.getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED);
        assertThat(used.getMapping().getTimeZone()).isEqualTo("UTC");
        assertThat(failureOf(() -> templates.createImportTemplate(
                                create.setRequestId("").build()))
                        .reason())
                .isEqualTo("IMPORT_TEMPLATE_EXISTS");
        var stale = DeleteImportTemplateRequest.newBuilder().setName(name);
        assertThat(failureOf(() -> templates.deleteImportTemplate(
                                stale.setEtag(made.getEtag()).build()))
                        .kind())
                .isEqualTo(Failure.Kind.STALE);
        templates.deleteImportTemplate(stale.setEtag(changed.getEtag()).build());
        assertThat(failureOf(() -> templates.getImportTemplate(GetImportTemplateRequest.newBuilder()
                                .setName(name)
                                .build()))
                        .reason())
                .isEqualTo("IMPORT_TEMPLATE_NOT_FOUND");
    }

    @Test
    void theBeginningOfAFileTellsWhatItIs() throws IOException {
        // Given
        byte[] packed = gzip("InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country\n"
                + "1;A;Apple;2;2024-03-01;1.5;ada;France\n".repeat(20_000));

        // When
        var inspection = imports.stub()
                .inspectFile(InspectFileRequest.newBuilder()
                        .setContent(ByteString.copyFrom(Arrays.copyOf(packed, packed.length / 2)))
                        .build());

        // Then
        assertThat(inspection.getFormat()).isEqualTo("csv");
        assertThat(inspection.getPacked()).isTrue();
        assertThat(inspection.getDelimiter()).isEqualTo(";");
        assertThat(inspection.getEntity()).isEqualTo(ImportEntity.IMPORT_ENTITY_ORDERS);
        assertThat(inspection.getRowsList()).hasSize(10);
        assertThat(inspection.getMissingFieldsList()).isEmpty();
        assertThat(inspection.getMapping().getColumnsMap())
                .containsEntry("orderNumber", "InvoiceNo")
                .containsEntry("productName", "Description")
                .containsEntry("customerId", "CustomerID")
                .containsEntry("unitPrice", "UnitPrice");
        assertThat(failureOf(() -> imports.stub()
                                .inspectFile(InspectFileRequest.newBuilder()
                                        .setContent(ByteString.copyFromUtf8("%PDF-1.4"))
                                        .build()))
                        .reason())
                .isEqualTo("FILE_UNREADABLE");
    }

    @Test
    void severalImportsRunAtOnceAndNoneWaitsForAll() {
        // Given
        List<Import> jobs = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> imports.upload(csv(new Shelf(database).shop(60, i))))
                .toList();

        // When
        List<Import> ended = jobs.stream().map(imports::awaitEnd).toList();

        // Then
        assertThat(ended).extracting(Import::getState).containsOnly(ImportState.IMPORT_STATE_SUCCEEDED);
    }

    private String looks() throws Exception {
        return shelf.text("""
            select string_agg(concat_ws('|', o.number, line_number, p.code, p.name, quantity::float8), ',' order by o.number, line_number)
            from sales_order o join order_line on order_id = o.id join product p on p.id = product_id
            where o.country = '%1$s'\
            """);
    }

    private List<Customer> customers(String number) {
        return CustomerServiceGrpc.newBlockingStub(calls.as("ada", "admin"))
                .listCustomers(ListCustomersRequest.newBuilder()
                        .setFilter("identity = \"shop:" + shelf.name() + number + "\"")
                        .build())
                .getCustomersList();
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
