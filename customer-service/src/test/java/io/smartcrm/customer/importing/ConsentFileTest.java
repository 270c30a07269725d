package io.smartcrm.customer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentChanged;
import io.smartcrm.proto.customer.v1.ConsentEvent;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ExportList;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportEntity;
import io.smartcrm.proto.customer.v1.InspectFileRequest;
import io.smartcrm.proto.customer.v1.ListConsentsRequest;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of consents, in and out. */
@QuarkusTest
class ConsentFileTest {
    private static final String COLUMNS = "customerId;purpose;channel;state;effectiveTime;expireTime;source;evidence";
    private static final UploadHeader HEADER = header(COLUMNS.split(";"));

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private ImportCalls imports;
    private Shelf shelf;
    private String ada;

    @BeforeEach
    void aCustomer() throws Exception {
        calls = new Calls();
        imports = new ImportCalls(calls.as("ines", "integrator"));
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
    void whatIsToldTwiceIsOneWordAndALateOneChangesNothing() throws Exception {
        // Given
        String file = file("""
                %1$s1;Marketing;email;granted;2024-01-01;2030-01-01;checkout;form 7
                %1$s1;marketing;email;WITHDRAWN;2024-03-01;;call;
                %1$s1;marketing;sms;granted;2024-03-01 10:00;;;
                """);
        Import first = upload(HEADER, file);

        // When
        Import again = upload(HEADER, file);
        Import late = upload(HEADER, file("%1$s1;marketing;email;granted;2024-02-01;;form;\n"));

        // Then
        assertThat(first.getResult().getConsents()).isEqualTo(3);
        assertThat(first.getAcceptedRows()).isEqualTo(3);
        assertThat(again.getResult().getConsents()).isZero();
        assertThat(late.getResult().getConsents()).isEqualTo(1);
        assertThat(words()).isEqualTo("4");
        assertThat(valid()).containsOnly(Map.entry("email", "WITHDRAWN call"), Map.entry("sms", "GRANTED import"));
    }

    @Test
    void whatCannotBeRecordedIsToldRowByRow() throws Exception {
        // Given
        String file = file("""
                %1$s9;marketing;email;granted;2024-01-01;;;
                %1$s1;gossip;email;granted;2024-01-01;;;
                %1$s1;marketing;pigeon;granted;2024-01-01;;;
                %1$s1;marketing;email;maybe;2024-01-01;;;
                %1$s1;marketing;email;granted;2024-01-01;2023-01-01;;
                %1$s1;marketing;email;withdrawn;2024-01-01;2025-01-01;;
                %1$s1;marketing;email;granted;2090-01-01;;;
                %1$s1;marketing;email;granted;;;;
                %1$s1;marketing;email;granted;2024-01-01;;;
                ;marketing;email;granted;2024-01-01;;;
                """);

        // When
        Import job = upload(HEADER, file);

        // Then
        assertThat(job.getResult().getConsents()).isEqualTo(1);
        assertThat(job.getAcceptedRows()).isEqualTo(1);
        assertThat(imports.rejectedRows(job.getId()).lines().skip(1))
                .containsExactly(
                        "2,customerId," + shelf.name() + "9,is no customer of namespace 'shop'",
                        "3,purpose,gossip,'gossip' is no purpose of the register",
                        "4,channel,pigeon,'pigeon' is no channel of the register",
                        "5,state,MAYBE,is neither GRANTED nor WITHDRAWN",
                        "6,expireTime,2023-01-01T00:00:00Z,is not after effectiveTime 2024-01-01T00:00:00Z",
                        "7,expireTime,2025-01-01T00:00:00Z,a withdrawal does not expire; leave it out",
                        "8,effectiveTime,2090-01-01T00:00:00Z,2090-01-01T00:00:00Z is in the future",
                        "9,effectiveTime,,is missing",
                        "11,customerId,,is missing; give it or an identity");
    }

    @Test
    void aRevertedImportLetsTheWordBeforeCountAgainAndTellsTheOthers() throws Exception {
        // Given
        upload(HEADER, file("%1$s1;marketing;email;withdrawn;2024-01-01;;call;\n"));
        Import wrong = upload(HEADER, file("""
                %1$s1;marketing;email;granted;2024-02-01;;;
                %1$s1;marketing;sms;granted;2024-02-01;;;
                """));

        // When
        Import reverted = imports.revert(wrong.getId());

        // Then
        assertThat(reverted.getRevertedRecords()).isEqualTo(2);
        assertThat(reverted.getKeptRecords()).isZero();
        assertThat(words()).isEqualTo("1");
        assertThat(valid()).containsOnly(Map.entry("email", "WITHDRAWN call"));
        try (var topic = new TopicReader(Topics.CONSENTS)) {
            await().untilAsserted(() -> {
                Map<String, ConsentChanged> last = topic.ofKey(ada).stream()
                        .map(event -> changed(event.value()))
                        .collect(Collectors.toMap(
                                changed -> changed.getConsent().getChannel(), changed -> changed, (one, next) -> next));
                assertThat(last.values())
                        .allSatisfy(changed ->
                                assertThat(changed.getWordsTakenBack()).isTrue())
                        .extracting(
                                changed -> changed.getConsent().getChannel(),
                                changed -> changed.getConsent().getState())
                        .containsExactlyInAnyOrder(
                                tuple("email", ConsentState.CONSENT_STATE_WITHDRAWN),
                                tuple("sms", ConsentState.CONSENT_STATE_UNSPECIFIED));
            });
        }
    }

    @Test
    void whatWasExportedIsKnownWhenItComesInAgain() throws Exception {
        // Given
        upload(HEADER, file("""
                %1$s1;analytics;web;granted;2024-01-01;2030-01-01;%1$s;form 7
                %1$s1;analytics;web;withdrawn;2024-03-01;;%1$s;
                """));
        List<String> exported = ExportedFile.lines(
                calls.as("ines", "integrator"),
                ExportList.EXPORT_LIST_CONSENTS,
                "purpose = \"analytics\" and channel = \"web\"");
        List<String> own = exported.stream()
                .filter(line -> line.startsWith("customerId,") || line.contains(ada))
                .toList();
        UploadHeader header =
                header("customerId", "purpose", "channel", "state", "effectiveTime", "expireTime", "source");
        header = header.toBuilder()
                .setMapping(header.getMapping().toBuilder().setCustomerNamespace("customer"))
                .build();

        // When
        Import again = upload(header, String.join("\n", own) + "\n");

        // Then
        assertThat(own).hasSize(3);
        assertThat(own.get(1)).contains(",GRANTED,", ",form 7,").endsWith(",false");
        assertThat(own.get(2)).contains(",WITHDRAWN,").endsWith(",true");
        assertThat(again.getAcceptedRows()).isEqualTo(2);
        assertThat(again.getResult().getConsents()).isZero();
    }

    @Test
    void aFileOfSeveralSystemsNamesIdentitiesAndIsTriedOutFirst() throws Exception {
        // Given
        String file = """
                who;purpose;channel;consent;at
                shop:%1$s1;marketing;push;granted;2024-01-01
                erp:%1$s1;marketing;push;granted;2024-01-01
                nobody;marketing;push;granted;2024-01-01
                """.formatted(shelf.name());
        var header = ImportCalls.header(
                ImportEntity.IMPORT_ENTITY_CONSENTS,
                Map.of(
                        "identity",
                        "who",
                        "purpose",
                        "purpose",
                        "channel",
                        "channel",
                        "state",
                        "consent",
                        "effectiveTime",
                        "at"));

        // When
        Import trial = upload(header.toBuilder().setDryRun(true).build(), file);
        String stored = words();
        Import job = upload(header, file);

        // Then
        assertThat(stored).isEqualTo("0");
        assertThat(List.of(trial.getResult().getConsents(), job.getResult().getConsents()))
                .containsOnly(1L);
        assertThat(imports.rejectedRows(job.getId()).lines().skip(1))
                .containsExactly(
                        "3,identity,erp:" + shelf.name() + "1,is no customer of namespace 'erp'",
                        "4,identity,nobody,\"'nobody' is not an identity, such as shop:4711\"");
        assertThat(valid()).containsOnly(Map.entry("push", "GRANTED import"));
    }

    @Test
    void aFileOfConsentsIsRecognised() {
        // Given
        var content = ByteString.copyFromUtf8(COLUMNS + "\nada;marketing;email;granted;2024-01-01;;;\n");

        // When
        var inspection = imports.stub()
                .inspectFile(InspectFileRequest.newBuilder().setContent(content).build());

        // Then
        assertThat(inspection.getEntity()).isEqualTo(ImportEntity.IMPORT_ENTITY_CONSENTS);
        assertThat(inspection.getMissingFieldsList()).isEmpty();
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
                ImportEntity.IMPORT_ENTITY_CONSENTS,
                List.of(columns).stream().collect(Collectors.toMap(column -> column, column -> column)));
    }

    private String words() throws Exception {
        return shelf.text("select count(*) from consent_record where customer_id = '" + ada + "'");
    }

    /** Channel to state and source. */
    private Map<String, String> valid() {
        return ConsentServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .listConsents(
                        ListConsentsRequest.newBuilder().setCustomerId(ada).build())
                .getConsentsList()
                .stream()
                .collect(Collectors.toMap(
                        Consent::getChannel,
                        consent -> consent.getState().name().substring("CONSENT_STATE_".length()) + " "
                                + consent.getSource()));
    }

    private static ConsentChanged changed(byte[] event) {
        try {
            return ConsentEvent.parseFrom(event).getConsentChanged();
        } catch (com.google.protobuf.InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
