package io.smartcrm.customer.privacy;

import static io.smartcrm.customer.Calls.failureOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.Erasure;
import io.smartcrm.proto.customer.v1.ErasureEvent;
import io.smartcrm.proto.customer.v1.ErasureState;
import io.smartcrm.proto.customer.v1.GetErasureReceiptRequest;
import io.smartcrm.proto.customer.v1.GetErasureReceiptResponse;
import io.smartcrm.proto.customer.v1.GetErasureRequest;
import io.smartcrm.proto.customer.v1.GetProcessingLimitsRequest;
import io.smartcrm.proto.customer.v1.ListErasuresRequest;
import io.smartcrm.proto.customer.v1.PrivacyEvent;
import io.smartcrm.proto.customer.v1.PrivacyServiceGrpc;
import io.smartcrm.proto.customer.v1.PrivacyServiceGrpc.PrivacyServiceBlockingStub;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.proto.customer.v1.RecordConsentRequest;
import io.smartcrm.proto.customer.v1.RequestErasureRequest;
import io.smartcrm.proto.customer.v1.UpdateProcessingLimitsRequest;
import io.smartcrm.proto.ops.v1.ErasedPart;
import io.smartcrm.proto.ops.v1.ErasureAnswerEvent;
import io.smartcrm.proto.ops.v1.ErasureDone;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.PersonalDataServiceGrpc;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivacyGrpcTest {
    @Inject
    Erasures erasures;

    @Inject
    Anonymisations anonymisations;

    @Inject
    ErasureLedger ledger;

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private PrivacyServiceBlockingStub privacy;
    private String customer;

    @BeforeEach
    void aCustomerWhoSaidSomething() {
        calls = new Calls();
        privacy = PrivacyServiceGrpc.newBlockingStub(calls.as("root", "admin"));
        customer = CustomerServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder().setName("Ada Lovelace"))
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getCustomer()
                .getId();
        ConsentServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .recordConsent(RecordConsentRequest.newBuilder()
                        .setConsent(Consent.newBuilder()
                                .setCustomerId(customer)
                                .setPurpose("marketing")
                                .setChannel("email")
                                .setState(ConsentState.CONSENT_STATE_GRANTED)
                                .setSource("checkout"))
                        .build());
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void limitsAreSetAgainstTheirEtagAndToldToTheSuiteWithoutTheReason() throws Exception {
        // Given
        var before = privacy.getProcessingLimits(GetProcessingLimitsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getLimits();
        // When
        var set = limit(
                before.toBuilder().setRestricted(true).setReason("dispute").build());
        // Then
        assertThat(before.getRestricted()).isFalse();
        assertThat(set.getRestricted()).isTrue();
        assertThat(failureOf(() -> limit(before)).kind()).isEqualTo(Failure.Kind.STALE);
        limit(set.toBuilder().setRestricted(false).build());
        try (var topic = new TopicReader(Topics.LIMITS)) {
            var events = await().until(() -> topic.ofKey(customer), found -> found.size() == 2);
            var told = PrivacyEvent.parseFrom(events.get(0).value())
                    .getProcessingLimitsChanged()
                    .getLimits();
            assertThat(told.getRestricted()).isTrue();
            assertThat(told.getReason()).isEmpty();
            assertThat(events.get(1).value()).isNull();
        }
    }

    @Test
    void anErasureForgetsHereTellsTheOthersAndEndsWithAReceipt() throws Exception {
        // Given
        assertThat(held()).isNotEmpty();
        // When
        Erasure erasure = erase();
        // Then
        assertThat(erasure.getState()).isEqualTo(ErasureState.ERASURE_STATE_RUNNING);
        assertThat(erasure.getWaitingServicesList())
                .containsExactlyInAnyOrder("forecast-service", "recommend-service", "loyalty-service");
        assertThat(erasure.getCountsList())
                .anySatisfy(count -> {
                    assertThat(count.getPart()).isEqualTo("consents");
                    assertThat(count.getRecords()).isEqualTo(1);
                })
                .anySatisfy(count -> {
                    assertThat(count.getPart()).isEqualTo("remembered-answers");
                    assertThat(count.getRecords()).isGreaterThanOrEqualTo(1);
                });
        assertThat(failureOf(() -> receipt(erasure)).reason()).isEqualTo("ERASURE_RUNNING");
        try (var topic = new TopicReader(Topics.ERASURES)) {
            var told = await().until(() -> topic.ofKey(customer), found -> !found.isEmpty());
            assertThat(ErasureEvent.parseFrom(told.get(0).value())
                            .getErasureRequested()
                            .getErasureId())
                    .isEqualTo(erasure.getId());
        }
        answer(erasure, "forecast-service", "recommend-service", "loyalty-service", "loyalty-service");
        var complete = await().until(
                        () -> privacy.getErasure(GetErasureRequest.newBuilder()
                                        .setId(erasure.getId())
                                        .build())
                                .getErasure(),
                        found -> found.getState() == ErasureState.ERASURE_STATE_COMPLETE);
        assertThat(complete.getWaitingServicesList()).isEmpty();
        var receipt = receipt(complete);
        assertThat(receipt.getReceipt())
                .contains(customer, "\"service\": \"loyalty-service\", \"part\": \"activity\", \"records\": 3")
                .doesNotContain("Ada");
        assertThat(receipt.getHash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(receipt.getReceipt().getBytes(UTF_8))));
    }

    @Test
    void whoWasForgottenIsForgottenAgainInADatabaseOfAnEarlierTime() {
        // Given
        var line = line(ErasureLedger.Deed.ERASE);
        ledger.append(line);
        // When
        erasures.onStart(new StartupEvent());
        // Then
        assertThat(erasures.get(line.id()).counts())
                .anySatisfy(count -> assertThat(count.part() + count.records()).isEqualTo("consents1"));
        assertThat(ledger.read(ErasureLedger.Deed.ERASE))
                .extracting(ErasureLedger.Line::id)
                .containsOnlyOnce(line.id());
    }

    @Test
    void whoWasAnonymisedIsAnonymisedAgainInADatabaseOfAnEarlierTimeAndNotErased() throws SQLException {
        // Given
        var line = line(ErasureLedger.Deed.ANONYMISE);
        ledger.append(line);
        // When
        anonymisations.onStart(new StartupEvent());
        // Then
        assertThat(rows("customer where id = '" + customer + "' and name is null and anonymise_time is not null"))
                .isEqualTo(1);
        assertThat(rows("data_key where customer_id = '" + customer + "'")).isZero();
        assertThat(rows("consent_record where customer_id = '" + customer + "'"))
                .isZero();
        assertThat(rows("erasure where customer_id = '" + customer + "'")).isZero();
        assertThat(rows("anonymisation where id = '" + line.id() + "'")).isEqualTo(1);
        assertThat(ledger.read(ErasureLedger.Deed.ANONYMISE))
                .extracting(ErasureLedger.Line::id)
                .containsOnlyOnce(line.id());
    }

    @Test
    void anAnonymisationIsInTheLedgerEvenAfterACrashBeforeItWasWritten() throws SQLException {
        // Given
        UUID crashed = UUID.randomUUID();
        execute("insert into anonymisation values ('" + crashed + "', '{" + customer + "}', 'rule', now())");
        // When
        anonymisations.onStart(new StartupEvent());
        // Then
        assertThat(ledger.read(ErasureLedger.Deed.ANONYMISE))
                .filteredOn(line -> line.id().equals(crashed))
                .singleElement()
                .satisfies(line -> assertThat(line.customers()).containsExactly(UUID.fromString(customer)));
        assertThat(rows("customer where id = '" + customer + "' and anonymise_time is null"))
                .isEqualTo(1);
    }

    @Test
    void theLedgerKnowsEveryErasure() {
        // Given
        // When
        Erasure erasure = erase();
        // Then
        assertThat(ledger.read(ErasureLedger.Deed.ERASE))
                .filteredOn(line -> line.id().toString().equals(erasure.getId()))
                .singleElement()
                .satisfies(line -> assertThat(line.customers()).containsExactly(UUID.fromString(customer)));
        assertThat(privacy.listErasures(ListErasuresRequest.getDefaultInstance())
                        .getErasuresList())
                .extracting(Erasure::getId)
                .contains(erasure.getId());
    }

    @Test
    void whoeverOfAMergedPersonIsNamedAllOfTheOnePersonIsErased() throws SQLException {
        // Given
        UUID survivor = UUID.randomUUID();
        UUID sibling = UUID.randomUUID();
        execute("insert into customer (id, create_time, update_time) values ('" + survivor + "', now(), now())");
        execute("insert into customer (id, merged_into, create_time, update_time) values ('" + sibling + "', '"
                + survivor + "', now(), now())");
        execute("update customer set merged_into = '" + survivor + "' where id = '" + customer + "'");
        // When
        Erasure erasure = erase();
        // Then
        assertThat(erasure.getCustomerId()).isEqualTo(survivor.toString());
        assertThat(ledger.read(ErasureLedger.Deed.ERASE))
                .filteredOn(line -> line.id().toString().equals(erasure.getId()))
                .singleElement()
                .satisfies(line -> assertThat(line.customers())
                        .containsExactlyInAnyOrder(survivor, sibling, UUID.fromString(customer)));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from customer where id in ('" + survivor + "', '"
                        + sibling + "', '" + customer + "')")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void whoIsNotThereOrHasNoReasonIsNotErased() {
        // Given
        var stranger = RequestErasureRequest.newBuilder()
                .setCustomerId(UUID.randomUUID().toString())
                .setReason("request")
                .build();
        var groundless =
                RequestErasureRequest.newBuilder().setCustomerId(customer).build();
        // When
        var unknown = failureOf(() -> privacy.requestErasure(stranger));
        var invalid = failureOf(() -> privacy.requestErasure(groundless));
        // Then
        assertThat(unknown.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(invalid.violations().get(0).field()).isEqualTo("reason");
    }

    @Test
    void onlyAnAdministratorErases() {
        for (String role : List.of("analyst", "marketer", "agent", "integrator")) {
            // Given
            var other = PrivacyServiceGrpc.newBlockingStub(calls.as("rita", role));
            // When
            var failure = failureOf(() -> other.requestErasure(RequestErasureRequest.getDefaultInstance()));
            // Then
            assertThat(failure.kind()).as(role).isEqualTo(Failure.Kind.DENIED);
        }
    }

    private ErasureLedger.Line line(ErasureLedger.Deed deed) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new ErasureLedger.Line(deed, UUID.randomUUID(), now, List.of(UUID.fromString(customer)));
    }

    private long rows(String from) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ProcessingLimits limit(ProcessingLimits limits) {
        return privacy.updateProcessingLimits(UpdateProcessingLimitsRequest.newBuilder()
                        .setLimits(limits)
                        .build())
                .getLimits();
    }

    private Erasure erase() {
        return privacy.requestErasure(RequestErasureRequest.newBuilder()
                        .setCustomerId(customer)
                        .setReason("request of the person")
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getErasure();
    }

    private GetErasureReceiptResponse receipt(Erasure erasure) {
        return privacy.getErasureReceipt(
                GetErasureReceiptRequest.newBuilder().setId(erasure.getId()).build());
    }

    private List<ExportPersonalDataResponse> held() {
        List<ExportPersonalDataResponse> records = new ArrayList<>();
        PersonalDataServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .exportPersonalData(ExportPersonalDataRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .forEachRemaining(records::add);
        return records.stream()
                .filter(record -> record.getPart().equals("consents") && record.hasRecord())
                .toList();
    }

    /** As the services answer. */
    private static void answer(Erasure erasure, String... services) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTestResource.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String service : services) {
                var done = ErasureDone.newBuilder()
                        .setErasureId(erasure.getId())
                        .setCustomerId(erasure.getCustomerId())
                        .setService(service)
                        .addParts(ErasedPart.newBuilder().setName("activity").setRecords(3))
                        .setDoneTime(
                                Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()));
                var record = new ProducerRecord<>(
                        Topics.ERASURE_ANSWERS,
                        erasure.getCustomerId(),
                        ErasureAnswerEvent.newBuilder()
                                .setErasureDone(done)
                                .build()
                                .toByteArray());
                new EventHeaders(UUID.randomUUID(), "/" + service, "test", Instant.now(), Optional.empty())
                        .writeTo(record.headers());
                producer.send(record).get();
            }
        }
    }
}
