package io.smartcrm.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.People;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ContactAnswered;
import io.smartcrm.proto.customer.v1.ContactEvent;
import io.smartcrm.proto.customer.v1.ContactState;
import io.smartcrm.proto.customer.v1.ListSupportCasesRequest;
import io.smartcrm.proto.customer.v1.RecordConsentRequest;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc;
import io.smartcrm.proto.loyalty.v1.EmailOrdered;
import io.smartcrm.proto.loyalty.v1.StrategyActionEvent;
import io.smartcrm.proto.loyalty.v1.TaskOrdered;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Topics;
import java.time.Duration;
import java.time.Instant;
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

/** Letters and tasks as strategies order them, over real Kafka and real SMTP. */
@QuarkusTest
class ContactTest {
    private final String action = UUID.randomUUID().toString();
    private Calls calls;
    private People people;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        calls = new Calls();
        people = new People(calls.as("root", "admin"));
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTestResource.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() throws InterruptedException {
        producer.close();
        calls.close();
    }

    private String customer(String name, String email) {
        return people.create(name, email, "", "FR").getId();
    }

    private void agree(String customer) {
        ConsentServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .recordConsent(RecordConsentRequest.newBuilder()
                        .setConsent(Consent.newBuilder()
                                .setCustomerId(customer)
                                .setPurpose("marketing")
                                .setChannel("email")
                                .setState(ConsentState.CONSENT_STATE_GRANTED)
                                .setSource("checkout")
                                .setTextVersion("1"))
                        .build());
    }

    private EmailOrdered.Builder letter(String customer) {
        return EmailOrdered.newBuilder()
                .setActionId(action)
                .setStrategyId(UUID.randomUUID().toString())
                .setCustomerId(customer)
                .setPurpose("marketing")
                .setSubject("{{points}} points for you")
                .setText("Dear {{name}}, action " + action)
                .setHtml("<p>Dear {{name}}</p>")
                .putFacts("points", "120");
    }

    private void order(EmailOrdered.Builder letter) throws Exception {
        send(letter.getCustomerId(), StrategyActionEvent.newBuilder().setEmailOrdered(letter));
    }

    /** Each time as another event: what is the same is the action. */
    private void send(String customer, StrategyActionEvent.Builder event) throws Exception {
        var record = new ProducerRecord<>(
                Topics.STRATEGY_ACTIONS, customer, event.build().toByteArray());
        new EventHeaders(UUID.randomUUID(), "/loyalty-service", "test", Instant.now(), Optional.empty())
                .writeTo(record.headers());
        producer.send(record).get();
    }

    private ContactAnswered answer(String customer) {
        try (var topic = new TopicReader(Topics.CONTACTS)) {
            return await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> topic.ofKey(customer), found -> !found.isEmpty())
                    .stream()
                    .map(record -> parsed(record.value()))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    private static ContactAnswered parsed(byte[] value) {
        try {
            return ContactEvent.parseFrom(value).getContactAnswered();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> letters() {
        return SmtpTestResource.LETTERS.stream()
                .filter(letter -> letter.contains(action))
                .toList();
    }

    @Test
    void aLetterThatIsOrderedTwiceIsSentOnceToWhoAgreed() throws Exception {
        // Given
        String customer = customer("Ada <Lovelace>", "ada@example.org");
        agree(customer);

        // When
        order(letter(customer));
        order(letter(customer));

        // Then
        ContactAnswered answer = answer(customer);
        assertThat(answer.getActionId()).isEqualTo(action);
        assertThat(answer.getState()).isEqualTo(ContactState.CONTACT_STATE_DONE);
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains(
                                "Subject: 120 points for you",
                                "To: ada@example.org",
                                "Message-ID: <" + action + "@smartcrm>",
                                "Dear Ada <Lovelace>",
                                "Dear Ada &lt;Lovelace&gt;"));
    }

    @Test
    void whoDidNotAgreeIsNotWrittenTo() throws Exception {
        // Given
        String customer = customer("Ada", "silent@example.org");

        // When
        order(letter(customer));

        // Then
        ContactAnswered answer = answer(customer);
        assertThat(answer.getState()).isEqualTo(ContactState.CONTACT_STATE_REFUSED);
        assertThat(answer.getOutcome()).startsWith("NO_CONSENT");
        assertThat(letters()).isEmpty();
    }

    @Test
    void aLetterThatTheServerRefusesForGoodFails() throws Exception {
        // Given
        String customer = customer("Ada", "nobody@example.org");
        agree(customer);

        // When
        order(letter(customer));

        // Then
        ContactAnswered answer = answer(customer);
        assertThat(answer.getState()).isEqualTo(ContactState.CONTACT_STATE_FAILED);
        assertThat(answer.getOutcome()).isEqualTo("SMTP_550");
    }

    @Test
    void aLetterWithAHoleIsNotSent() throws Exception {
        // Given
        String customer = customer("Ada", "hole@example.org");
        agree(customer);

        // When
        order(letter(customer).setText("Your code is {{voucher}}"));

        // Then
        assertThat(answer(customer).getOutcome()).startsWith("PLACE_EMPTY").contains("{{voucher}}");
    }

    @Test
    void aTaskOpensACaseForAnAgent() throws Exception {
        // Given
        String customer = customer("Ada", "");

        // When
        send(
                customer,
                StrategyActionEvent.newBuilder()
                        .setTaskOrdered(TaskOrdered.newBuilder()
                                .setActionId(action)
                                .setCustomerId(customer)
                                .setSubject("Call: rated our service badly")
                                .setUrgency("HIGH")));

        // Then
        ContactAnswered answer = answer(customer);
        var cases = SupportCaseServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .listSupportCases(ListSupportCasesRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getSupportCasesList();
        assertThat(cases).singleElement().satisfies(opened -> {
            assertThat(opened.getId()).isEqualTo(answer.getOutcome());
            assertThat(opened.getSubject()).isEqualTo("Call: rated our service badly");
            assertThat(opened.getPriority()).isEqualTo(SupportCasePriority.SUPPORT_CASE_PRIORITY_HIGH);
        });
    }
}
