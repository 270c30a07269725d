package io.smartcrm.loyalty.marketing;

import static io.smartcrm.loyalty.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentChanged;
import io.smartcrm.proto.customer.v1.ConsentEvent;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ContactAnswered;
import io.smartcrm.proto.customer.v1.ContactEvent;
import io.smartcrm.proto.customer.v1.ContactState;
import io.smartcrm.proto.customer.v1.CustomerEnteredSegment;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseChanged;
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import io.smartcrm.proto.loyalty.v1.ActivateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.ConditionOperator;
import io.smartcrm.proto.loyalty.v1.CreateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountRequest;
import io.smartcrm.proto.loyalty.v1.GrantPoints;
import io.smartcrm.proto.loyalty.v1.ListCustomerActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategiesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyVersionsRequest;
import io.smartcrm.proto.loyalty.v1.OpenTask;
import io.smartcrm.proto.loyalty.v1.PauseStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyRequest;
import io.smartcrm.proto.loyalty.v1.SegmentTrigger;
import io.smartcrm.proto.loyalty.v1.ShowOffer;
import io.smartcrm.proto.loyalty.v1.Strategy;
import io.smartcrm.proto.loyalty.v1.StrategyAction;
import io.smartcrm.proto.loyalty.v1.StrategyActionRecord;
import io.smartcrm.proto.loyalty.v1.StrategyActionState;
import io.smartcrm.proto.loyalty.v1.StrategyCondition;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import io.smartcrm.proto.loyalty.v1.StrategyEventKind;
import io.smartcrm.proto.loyalty.v1.StrategyFact;
import io.smartcrm.proto.loyalty.v1.StrategyLimits;
import io.smartcrm.proto.loyalty.v1.StrategyPurpose;
import io.smartcrm.proto.loyalty.v1.StrategyServiceGrpc;
import io.smartcrm.proto.loyalty.v1.StrategyState;
import io.smartcrm.proto.loyalty.v1.StrategyTrigger;
import io.smartcrm.proto.loyalty.v1.UpdateStrategyRequest;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strategies as their users see them. */
@QuarkusTest
class StrategyGrpcTest {
    private final String customer = UUID.randomUUID().toString();
    private Calls calls;
    private OrderTopic topics;
    private StrategyServiceGrpc.StrategyServiceBlockingStub strategies;

    @BeforeEach
    void connect() {
        calls = new Calls();
        topics = new OrderTopic();
        strategies = StrategyServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
    }

    @AfterEach
    void close() throws InterruptedException {
        topics.close();
        calls.close();
    }

    private static StrategyDefinition.Builder definition(
            StrategyTrigger.Builder trigger, StrategyAction.Builder action) {
        return StrategyDefinition.newBuilder()
                .setName("s-" + UUID.randomUUID())
                .setPurpose(StrategyPurpose.STRATEGY_PURPOSE_SERVICE)
                .setTrigger(trigger)
                .addActions(action)
                .setHoldOut(0)
                .setLimits(StrategyLimits.newBuilder().setPerCustomer(1).setDays(30));
    }

    private static StrategyDefinition.Builder apology() {
        return definition(
                        StrategyTrigger.newBuilder().setEvent(StrategyEventKind.STRATEGY_EVENT_KIND_CASE_RATED),
                        StrategyAction.newBuilder()
                                .setPoints(GrantPoints.newBuilder().setPoints(120)))
                .addConditions(StrategyCondition.newBuilder()
                        .setFact(StrategyFact.STRATEGY_FACT_LAST_RATING)
                        .setOperator(ConditionOperator.CONDITION_OPERATOR_AT_MOST)
                        .setNumber(2));
    }

    private Strategy created(StrategyDefinition.Builder definition) {
        return strategies
                .createStrategy(CreateStrategyRequest.newBuilder()
                        .setDefinition(definition)
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getStrategy();
    }

    private Strategy active(StrategyDefinition.Builder definition) {
        return strategies
                .activateStrategy(ActivateStrategyRequest.newBuilder()
                        .setId(created(definition).getId())
                        .build())
                .getStrategy();
    }

    private void send(String topic, Message message) throws Exception {
        var record = new ProducerRecord<>(topic, customer, message.toByteArray());
        new EventHeaders(UUID.randomUUID(), "/customer-service", "test", Instant.now(), Optional.empty())
                .writeTo(record.headers());
        topics.send(record);
    }

    private static Timestamp now() {
        return Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()).build();
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    @Test
    void whoRatesACaseBadlyGetsPointsOnce() throws Exception {
        // Given
        Strategy apology = active(apology());
        var rated = SupportCaseEvent.newBuilder()
                .setSupportCaseChanged(SupportCaseChanged.newBuilder()
                        .setSupportCase(SupportCase.newBuilder()
                                .setId(UUID.randomUUID().toString())
                                .setCustomerId(customer)
                                .setSatisfaction(1)
                                .setUpdateTime(now())
                                .setVersion(3)))
                .build();

        // When
        send(Topics.SUPPORT_CASES, rated);
        send(Topics.SUPPORT_CASES, rated);

        // Then
        var points = PointsServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
        eventually(() -> assertThat(points.getPointsAccount(GetPointsAccountRequest.newBuilder()
                                .setCustomerId(customer)
                                .build())
                        .getAccount()
                        .getAvailable())
                .isEqualTo(120));
        List<StrategyActionRecord> done = strategies
                .listCustomerActions(ListCustomerActionsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getActionsList();
        assertThat(done)
                .singleElement()
                .satisfies(action -> assertThat(action.getOccasion()).startsWith("case/"));
        assertThat(strategies
                        .listStrategyActions(ListStrategyActionsRequest.newBuilder()
                                .setStrategyId(apology.getId())
                                .build())
                        .getActionsList())
                .isEqualTo(done);
        pause(apology);
    }

    @Test
    void aTaskIsOrderedAndEndsWithTheAnswer() throws Exception {
        // Given
        Strategy task = active(apology()
                .clearActions()
                .addActions(StrategyAction.newBuilder()
                        .setTask(OpenTask.newBuilder().setSubject("Call the customer"))));
        send(
                Topics.SUPPORT_CASES,
                SupportCaseEvent.newBuilder()
                        .setSupportCaseChanged(SupportCaseChanged.newBuilder()
                                .setSupportCase(SupportCase.newBuilder()
                                        .setId(UUID.randomUUID().toString())
                                        .setCustomerId(customer)
                                        .setSatisfaction(2)
                                        .setUpdateTime(now())
                                        .setVersion(1)))
                        .build());
        eventually(() -> assertThat(done())
                .extracting(StrategyActionRecord::getState)
                .containsExactly(StrategyActionState.STRATEGY_ACTION_STATE_ORDERED));

        // When
        send(
                Topics.CONTACTS,
                ContactEvent.newBuilder()
                        .setContactAnswered(ContactAnswered.newBuilder()
                                .setActionId(done().get(0).getId())
                                .setCustomerId(customer)
                                .setState(ContactState.CONTACT_STATE_DONE)
                                .setOutcome("the case")
                                .setAnswerTime(now()))
                        .build());

        // Then
        eventually(() -> assertThat(done()).singleElement().satisfies(action -> {
            assertThat(action.getState()).isEqualTo(StrategyActionState.STRATEGY_ACTION_STATE_DONE);
            assertThat(action.getOutcome()).isEqualTo("the case");
        }));
        pause(task);
    }

    private List<StrategyActionRecord> done() {
        return strategies
                .listCustomerActions(ListCustomerActionsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getActionsList();
    }

    @Test
    void whoEntersASegmentAndAgreedIsShownAnOffer() throws Exception {
        // Given
        String segment = UUID.randomUUID().toString();
        Strategy offer = active(definition(
                        StrategyTrigger.newBuilder()
                                .setSegment(SegmentTrigger.newBuilder().setSegmentId(segment)),
                        StrategyAction.newBuilder()
                                .setOffer(ShowOffer.newBuilder()
                                        .setSlot("home-top")
                                        .setTitle("Green tea")))
                .setLimits(StrategyLimits.newBuilder().setConsent("marketing")));
        send(
                Topics.CONSENTS,
                ConsentEvent.newBuilder()
                        .setConsentChanged(ConsentChanged.newBuilder()
                                .setConsent(Consent.newBuilder()
                                        .setCustomerId(customer)
                                        .setPurpose("marketing")
                                        .setChannel("email")
                                        .setState(ConsentState.CONSENT_STATE_GRANTED)
                                        .setEffectiveTime(now())))
                        .build());
        eventually(() -> assertThat(consents()).isPositive());

        // When
        send(
                Topics.SEGMENTS,
                SegmentEvent.newBuilder()
                        .setCustomerEntered(CustomerEnteredSegment.newBuilder()
                                .setSegmentId(segment)
                                .setCustomerId(customer)
                                .setEnterTime(now()))
                        .build());

        // Then
        var request = ListCustomerOffersRequest.newBuilder()
                .setCustomerId(customer)
                .setSlot("home-top")
                .build();
        eventually(() -> assertThat(strategies.listCustomerOffers(request).getOffersList())
                .singleElement()
                .satisfies(shown -> assertThat(shown.getTitle()).isEqualTo("Green tea")));
        pause(offer);
    }

    /** As the export of personal data tells them. */
    private long consents() {
        var personal = io.smartcrm.proto.ops.v1.PersonalDataServiceGrpc.newBlockingStub(calls.as("root", "admin"));
        long[] consents = {0};
        personal.exportPersonalData(io.smartcrm.proto.ops.v1.ExportPersonalDataRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .forEachRemaining(part -> consents[0] += part.getPart().equals("consent") && part.hasRecord() ? 1 : 0);
        return consents[0];
    }

    private void pause(Strategy strategy) {
        strategies.pauseStrategy(PauseStrategyRequest.newBuilder()
                .setId(strategy.getId())
                .setReason("the test is over")
                .build());
    }

    @Test
    void aDefinitionComesBackAsItWasWrittenAndIsVersioned() {
        // Given
        Strategy first = created(apology().setHoldOut(0.25).setPriority(-5).setSegmentId(customer));

        // When
        Strategy second = strategies
                .updateStrategy(UpdateStrategyRequest.newBuilder()
                        .setId(first.getId())
                        .setEtag(first.getEtag())
                        .setDefinition(first.getDefinition().toBuilder().setHoldOut(0.5))
                        .build())
                .getStrategy();

        // Then
        assertThat(first.getState()).isEqualTo(StrategyState.STRATEGY_STATE_DRAFT);
        assertThat(first.getDefinition().getHoldOut()).isEqualTo(0.25);
        assertThat(first.getDefinition().getPriority()).isEqualTo(-5);
        assertThat(second.getVersion()).isEqualTo(2);
        var versions = strategies.listStrategyVersions(
                ListStrategyVersionsRequest.newBuilder().setId(first.getId()).build());
        assertThat(versions.getVersionsList()).extracting("version_").containsExactly(2L, 1L);
        assertThat(versions.getVersions(1).getDefinition()).isEqualTo(first.getDefinition());
        assertThat(versions.getVersions(1).getAuthor()).isEqualTo("mara");
    }

    @Test
    void aRepeatedCreationAnswersTheSameStrategy() {
        // Given
        var request = CreateStrategyRequest.newBuilder()
                .setDefinition(apology())
                .setRequestId(UUID.randomUUID().toString())
                .build();

        // When
        Strategy first = strategies.createStrategy(request).getStrategy();
        Strategy again = strategies.createStrategy(request).getStrategy();

        // Then
        assertThat(again).isEqualTo(first);
        var page = strategies.listStrategies(
                ListStrategiesRequest.newBuilder().setPageSize(1).build());
        assertThat(page.getStrategiesList()).containsExactly(first);
    }

    @Test
    void aWrongFieldIsNamed() {
        // When
        Failure unknownState = failureOf(() -> created(apology().setTrigger(StrategyTrigger.newBuilder())));
        Failure contradiction = failureOf(() -> created(apology()
                .addConditions(StrategyCondition.newBuilder()
                        .setFact(StrategyFact.STRATEGY_FACT_LAST_RATING)
                        .setOperator(ConditionOperator.CONDITION_OPERATOR_ABOVE)
                        .setNumber(4))));

        // Then
        assertThat(unknownState.violations())
                .extracting(Failure.Violation::field)
                .containsExactly("trigger");
        assertThat(contradiction.violations())
                .extracting(Failure.Violation::field)
                .containsExactly("conditions[1]");
    }

    @Test
    void onlyMarketersAndAdministratorsWriteStrategies() {
        for (String role : List.of("analyst", "agent", "integrator")) {
            // Given
            var stub = StrategyServiceGrpc.newBlockingStub(calls.as("rita", role));
            // When
            Failure failure = failureOf(() -> stub.createStrategy(
                    CreateStrategyRequest.newBuilder().setDefinition(apology()).build()));
            // Then
            assertThat(failure.kind()).as(role).isEqualTo(Failure.Kind.DENIED);
        }
        // And
        assertThat(failureOf(() -> StrategyServiceGrpc.newBlockingStub(calls.anonymous())
                                .previewStrategy(PreviewStrategyRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }
}
