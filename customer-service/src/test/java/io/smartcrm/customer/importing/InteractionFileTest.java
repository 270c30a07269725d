package io.smartcrm.customer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Timestamps;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.DeliveryState;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportEntity;
import io.smartcrm.proto.customer.v1.InspectFileRequest;
import io.smartcrm.proto.customer.v1.Interaction;
import io.smartcrm.proto.customer.v1.InteractionDraft;
import io.smartcrm.proto.customer.v1.InteractionEvent;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc.InteractionServiceBlockingStub;
import io.smartcrm.proto.customer.v1.ListInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordStatus;
import io.smartcrm.proto.customer.v1.ReportDeliveriesRequest;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of interactions. */
@QuarkusTest
class InteractionFileTest {
    private static final String COLUMNS =
            "messageId;customerId;anonymousId;type;name;channel;occurTime;deliveryState;product;properties";
    private static final UploadHeader HEADER = header(COLUMNS.split(";"));

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private ImportCalls imports;
    private InteractionServiceBlockingStub interactions;
    private Shelf shelf;
    private String ada;

    @BeforeEach
    void aCustomer() throws Exception {
        calls = new Calls();
        imports = new ImportCalls(calls.as("ines", "integrator"));
        interactions = InteractionServiceGrpc.newBlockingStub(calls.as("ines", "integrator"));
        shelf = new Shelf(database);
        Import job = imports.awaitEnd(imports.upload(
                ImportCalls.header(ImportEntity.IMPORT_ENTITY_CUSTOMERS, Map.of("customerId", "id", "name", "name")),
                ("id;name\n" + shelf.name() + "1;Ada\n").getBytes(UTF_8)));
        ada = shelf.text("select record_id from import_change where import_id = '" + job.getId() + "'");
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void anArchiveComesInOnceHoweverOftenItIsTold() throws Exception {
        // Given
        String file = file("""
                %1$sa;%1$s1;;View;Product Viewed;web;2019-05-01T10:00:00.123Z;;;"{""price"": 1.50}"
                ;%1$s1;;;Email Opened;;2019-05-02 10:00;;;
                ;%1$s1;;;Email Opened;;2019-05-02 10:00;;;
                %1$sb;;%1$sdevice;visit;;;2019-06-01;;;
                """);
        Import first = upload(HEADER, file);

        // When
        Import again = upload(HEADER, file);

        // Then
        assertThat(first.getAcceptedRows()).isEqualTo(4);
        assertThat(first.getResult().getInteractions()).isEqualTo(3);
        assertThat(again.getAcceptedRows()).isEqualTo(4);
        assertThat(again.getResult().getInteractions()).isZero();
        List<Interaction> stored = ofAda();
        assertThat(stored).extracting(Interaction::getType).containsExactly("message", "view");
        assertThat(stored.get(0).getDeliveryState()).isEqualTo(DeliveryState.DELIVERY_STATE_OPENED);
        assertThat(stored.get(0).getChannel()).isEqualTo("email");
        assertThat(stored.get(1).getProperties()).isEqualTo("{\"price\": 1.50}");
        assertThat(stored.get(1).getOccurTime()).isEqualTo(Timestamps.parse("2019-05-01T10:00:00.123Z"));
        assertThat(shelf.text("select count(*) from interaction where anonymous_id = '%1$sdevice'"))
                .isEqualTo("1");
    }

    @Test
    void whatWasSentBeforeIsKnownAndWhatCameInAFileIsKnownToWhoSendsIt() throws Exception {
        // Given
        Instant recently = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
        Instant old = Instant.parse("2020-02-02T02:02:02.020202Z");
        record("sent-" + shelf.name(), recently);
        record("old-" + shelf.name(), old);
        shelf.text("with gone as (delete from interaction_message returning 1) select count(*) from gone");
        record("known-" + shelf.name(), recently);
        String file = file("""
                old-%%1$s;%%1$s1;;visit;;;%2$s;;;
                known-%%1$s;%%1$s1;;visit;;;2026-01-01;;;
                known-%%1$s;%%1$s1;;visit;;;%1$s;;;
                file-%%1$s;%%1$s1;;visit;;;%1$s;;;
                """.formatted(recently, old));

        // When
        Import job = upload(HEADER, file);
        RecordStatus sentAgain = record("file-" + shelf.name(), recently);

        // Then
        assertThat(job.getResult().getInteractions()).isEqualTo(2);
        assertThat(sentAgain).isEqualTo(RecordStatus.RECORD_STATUS_DUPLICATE);
        assertThat(ofAda())
                .extracting(Interaction::getMessageId)
                .containsExactlyInAnyOrder(
                        "sent-" + shelf.name(),
                        "old-" + shelf.name(),
                        "known-" + shelf.name(),
                        "known-" + shelf.name(),
                        "file-" + shelf.name());
    }

    @Test
    void whatCannotBeStoredIsToldRowByRow() throws Exception {
        // Given
        String file = file("""
                ;;;visit;;;2019-05-01;;;
                ;%1$s1;;;;;2019-05-01;;;
                ;%1$s1;;visit;;;1999-05-01;;;
                ;%1$s1;;visit;;;2099-05-01;;;
                ;%1$s1;;visit;;;2019-05-01;READ;;
                ;%1$s1;;visit;;;2019-05-01;;;[1]
                ;%1$s1;;vi sit;;;2019-05-01;;;
                ;%1$s1;;visit;;;2019-05-01;;;
                ;%1$s1;;visit;;;;;;
                """);

        // When
        Import job = upload(HEADER, file);

        // Then
        assertThat(job.getResult().getInteractions()).isEqualTo(1);
        assertThat(imports.rejectedRows(job.getId())
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", 3)[0] + line.split(",", 3)[1]))
                .containsExactly(
                        "2customerId",
                        "3type",
                        "4occurTime",
                        "5occurTime",
                        "6deliveryState",
                        "7properties",
                        "8type",
                        "10occurTime");
        assertThat(imports.rejectedRows(job.getId()))
                .contains("2,customerId,,\"is missing; give it, an identity or an anonymousId\"")
                .contains("is before 2010-01-01T00:00:00Z");
    }

    @Test
    void whoTurnsOutToBeACustomerGetsWhatTheFileTold() throws Exception {
        // Given
        var header = header("customerId", "type", "occurTime", "properties.page");
        String file =
                "customerId;type;occurTime;properties.page\n%1$s7;visit;2019-05-01;home\n".formatted(shelf.name());
        upload(header, file);

        // When
        upload(
                ImportCalls.header(ImportEntity.IMPORT_ENTITY_CUSTOMERS, Map.of("customerId", "id", "name", "name")),
                "id;name\n" + shelf.name() + "7;Bob\n");

        // Then
        await().untilAsserted(() -> assertThat(shelf.text("select properties from interaction join customer_identity"
                        + " using (customer_id) where type = 'visit' and occur_time = '2019-05-01Z'"
                        + " and customer_id in (select record_id from import_change where kind = 'customer'"
                        + " and import_id = (select id from import_job where entity = 'CUSTOMERS'"
                        + " order by create_time desc limit 1))"))
                .isEqualTo("{\"page\": \"home\"}"));
    }

    @Test
    void aRevertedArchiveGoesIsToldToTheOthersAndMayComeAgain() throws Exception {
        // Given
        String recently = Instant.now().minusSeconds(600).toString();
        String file = file("""
                %1$sa;%1$s1;;visit;;;2019-05-01;;;
                %1$sb;%1$s1;;visit;;;%2$s;;;
                %1$sc;%1$s1;;;Email Sent;;2019-05-03;;;
                """.replace("%2$s", recently));
        Import job = upload(HEADER, file);
        List<String> ids = ofAda().stream()
                .filter(one -> !one.getMessageId().endsWith("c"))
                .map(Interaction::getId)
                .toList();
        interactions.reportDeliveries(ReportDeliveriesRequest.newBuilder()
                .addReports(io.smartcrm.proto.customer.v1.DeliveryReport.newBuilder()
                        .setMessageId(shelf.name() + "c")
                        .setState(DeliveryState.DELIVERY_STATE_CLICKED))
                .build());

        // When
        Import reverted = imports.revert(job.getId());
        List<Interaction> left = ofAda();
        Import again = upload(HEADER, file);

        // Then
        assertThat(reverted.getRevertedRecords()).isEqualTo(2);
        assertThat(reverted.getKeptRecords()).isEqualTo(1);
        assertThat(left).extracting(Interaction::getMessageId).containsExactly(shelf.name() + "c");
        assertThat(again.getResult().getInteractions()).isEqualTo(2);
        try (var topic = new TopicReader(Topics.INTERACTIONS)) {
            await().untilAsserted(() -> assertThat(topic.ofKey(ada).stream()
                            .map(event -> event(event.value()))
                            .flatMap(event -> event.getInteractionsTakenBack().getInteractionIdsList().stream()))
                    .containsExactlyInAnyOrderElementsOf(ids));
        }
    }

    @Test
    void whatWasExportedIsKnownWhenItComesInAgain() throws Exception {
        // Given
        upload(HEADER, file("""
                ;%1$s1;%1$sdevice;visit;;;2019-05-01T10:00:00.123456Z;;;"{""price"": 1.50}"
                %1$sa;;%1$sdevice;;Product Viewed;web;2019-05-02;;sku;
                """));
        List<String> exported = ExportedFile.lines(
                calls.as("ines", "integrator"),
                ExportList.EXPORT_LIST_INTERACTIONS,
                "anonymousId = \"" + shelf.name() + "device\"");
        UploadHeader header = header("customerId", "anonymousId", "type", "name", "channel", "occurTime", "properties");
        header = header.toBuilder()
                .setMapping(header.getMapping().toBuilder()
                        .putColumns("messageId", "id")
                        .setCustomerNamespace("customer"))
                .build();

        // When
        Import again = upload(header, String.join("\n", exported) + "\n");

        // Then
        assertThat(exported).hasSize(3);
        assertThat(again.getAcceptedRows()).isEqualTo(2);
        assertThat(again.getResult().getInteractions()).isZero();
    }

    @Test
    void aDryRunStoresNothingAndAFileIsRecognised() throws Exception {
        // Given
        String file = file("%1$sa;%1$s1;;visit;;;2019-05-01;;;\n");

        // When
        Import trial = upload(HEADER.toBuilder().setDryRun(true).build(), file);
        var inspection = imports.stub()
                .inspectFile(InspectFileRequest.newBuilder()
                        .setContent(ByteString.copyFromUtf8(file))
                        .build());

        // Then
        assertThat(trial.getResult().getInteractions()).isEqualTo(1);
        assertThat(ofAda()).isEmpty();
        assertThat(inspection.getEntity()).isEqualTo(ImportEntity.IMPORT_ENTITY_INTERACTIONS);
    }

    private RecordStatus record(String messageId, Instant time) {
        return interactions
                .recordInteractions(RecordInteractionsRequest.newBuilder()
                        .addInteractions(InteractionDraft.newBuilder()
                                .setMessageId(messageId)
                                .setCustomerId(ada)
                                .setType("visit")
                                .setOccurTime(com.google.protobuf.Timestamp.newBuilder()
                                        .setSeconds(time.getEpochSecond())
                                        .setNanos(time.getNano())))
                        .build())
                .getResults(0)
                .getStatus();
    }

    private List<Interaction> ofAda() {
        return interactions
                .listInteractions(
                        ListInteractionsRequest.newBuilder().setCustomerId(ada).build())
                .getInteractionsList();
    }

    private Import upload(UploadHeader header, String file) {
        return imports.awaitEnd(imports.upload(header, file.getBytes(UTF_8)));
    }

    private String file(String rows) {
        return COLUMNS + "\n" + rows.formatted(shelf.name());
    }

    /** Columns that are called as our fields are. */
    private static UploadHeader header(String... columns) {
        return ImportCalls.header(
                ImportEntity.IMPORT_ENTITY_INTERACTIONS,
                List.of(columns).stream().collect(Collectors.toMap(column -> column, column -> column)));
    }

    private static InteractionEvent event(byte[] value) {
        try {
            return InteractionEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
