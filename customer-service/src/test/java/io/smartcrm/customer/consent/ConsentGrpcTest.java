package io.smartcrm.customer.consent;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.Timestamps;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.BatchRecordConsentsRequest;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentEvent;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc.ConsentServiceBlockingStub;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ConsentTerm;
import io.smartcrm.proto.customer.v1.ConsentTermKind;
import io.smartcrm.proto.customer.v1.CreateConsentTermRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateSegmentRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DeleteConsentTermRequest;
import io.smartcrm.proto.customer.v1.ListConsentRecordsRequest;
import io.smartcrm.proto.customer.v1.ListConsentTermsRequest;
import io.smartcrm.proto.customer.v1.ListConsentsRequest;
import io.smartcrm.proto.customer.v1.ListCustomerSegmentsRequest;
import io.smartcrm.proto.customer.v1.RecordConsentRequest;
import io.smartcrm.proto.customer.v1.Segment;
import io.smartcrm.proto.customer.v1.SegmentKind;
import io.smartcrm.proto.customer.v1.SegmentServiceGrpc;
import io.smartcrm.proto.customer.v1.UpdateConsentTermRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentGrpcTest {
    private static final long JANUARY = 1_767_225_600_000L;
    private static final long FEBRUARY = 1_769_904_000_000L;

    private Calls calls;
    private ConsentServiceBlockingStub consents;
    private String customer;

    @BeforeEach
    void connect() {
        calls = new Calls();
        var channel = calls.as("root", "admin");
        consents = ConsentServiceGrpc.newBlockingStub(channel);
        customer = CustomerServiceGrpc.newBlockingStub(channel)
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder().setCountry("FR"))
                        .build())
                .getCustomer()
                .getId();
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aConsentIsValidAndToldToTheSuiteWithoutItsProof() throws Exception {
        // Given
        var said = granted(JANUARY).setEvidence("form 12").build();
        // When
        var valid = record(said);
        // Then
        assertThat(valid.getState()).isEqualTo(ConsentState.CONSENT_STATE_GRANTED);
        assertThat(valid.getEvidence()).isEqualTo("form 12");
        assertThat(listed()).containsExactly(valid);
        try (var topic = new TopicReader(Topics.CONSENTS)) {
            var events = await().until(() -> topic.ofKey(customer), found -> !found.isEmpty());
            var told = ConsentEvent.parseFrom(events.get(0).value())
                    .getConsentChanged()
                    .getConsent();
            assertThat(told.getPurpose()).isEqualTo("marketing");
            assertThat(told.getEvidence() + told.getSource() + told.getTextVersion())
                    .isEmpty();
        }
    }

    @Test
    void anOlderWordGoesIntoTheHistoryAlone() {
        // Given
        record(granted(FEBRUARY).setState(ConsentState.CONSENT_STATE_WITHDRAWN).build());
        // When
        var valid = record(granted(JANUARY).build());
        // Then
        assertThat(valid.getState()).isEqualTo(ConsentState.CONSENT_STATE_WITHDRAWN);
        assertThat(history(1)).hasSize(2);
    }

    @Test
    void aConsentExpires() {
        // Given
        var said =
                granted(JANUARY).setExpireTime(Timestamps.fromMillis(FEBRUARY)).build();
        // When
        var valid = record(said);
        // Then
        assertThat(valid.getState()).isEqualTo(ConsentState.CONSENT_STATE_EXPIRED);
    }

    @Test
    void aRepeatedCommandIsOneWordAndAnotherUnderItsNameIsRefused() {
        // Given
        String requestId = UUID.randomUUID().toString();
        var request = RecordConsentRequest.newBuilder()
                .setConsent(granted(JANUARY).clearEffectiveTime())
                .setRequestId(requestId);
        var first = consents.recordConsent(request.build());
        // When
        var second = consents.recordConsent(request.build());
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(history(50)).hasSize(1);
        assertThat(failureOf(() -> consents.recordConsent(
                                request.setConsent(granted(FEBRUARY)).build()))
                        .reason())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aBatchIsRecordedWholeOrNotAtAll() {
        // Given
        var good = BatchRecordConsentsRequest.newBuilder()
                .addConsents(granted(JANUARY))
                .addConsents(granted(JANUARY))
                .addConsents(granted(JANUARY).setChannel("sms"));
        var bad = BatchRecordConsentsRequest.newBuilder()
                .addConsents(granted(FEBRUARY))
                .addConsents(granted(FEBRUARY).setChannel("pigeon"));
        // When
        int recorded = consents.batchRecordConsents(good.build()).getRecorded();
        var failure = failureOf(() -> consents.batchRecordConsents(bad.build()));
        // Then
        assertThat(recorded).isEqualTo(2);
        assertThat(failure.violations().get(0).field()).isEqualTo("consent.channel");
        assertThat(history(50)).hasSize(2);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        // Given
        String stranger = UUID.randomUUID().toString();
        // When
        // Then
        assertThat(field(granted(JANUARY).setPurpose("gossip"))).isEqualTo("consent.purpose");
        assertThat(failureOf(() ->
                                record(granted(JANUARY).setCustomerId(stranger).build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(field(granted(JANUARY).clearState())).isEqualTo("consent.state");
        assertThat(field(granted(JANUARY).clearSource())).isEqualTo("consent.source");
    }

    @Test
    void aTermIsKeptInTheRegisterUntilNothingNamesIt() {
        // Given
        String name = "p" + UUID.randomUUID().toString().replace("-", "_").substring(0, 30);
        var created = consents.createConsentTerm(CreateConsentTermRequest.newBuilder()
                        .setTerm(term(name).setActive(true))
                        .build())
                .getTerm();
        record(granted(JANUARY).setPurpose(name).build());
        // When
        var inactive = consents.updateConsentTerm(UpdateConsentTermRequest.newBuilder()
                        .setTerm(term(name).setTitle("Old").setEtag(created.getEtag()))
                        .build())
                .getTerm();
        // Then
        assertThat(inactive.getActive()).isFalse();
        assertThat(consents.listConsentTerms(ListConsentTermsRequest.newBuilder()
                                .setKind(ConsentTermKind.CONSENT_TERM_KIND_PURPOSE)
                                .build())
                        .getTermsList())
                .contains(inactive);
        assertThat(field(granted(FEBRUARY).setPurpose(name))).isEqualTo("consent.purpose");
        assertThat(record(granted(FEBRUARY)
                                .setPurpose(name)
                                .setState(ConsentState.CONSENT_STATE_WITHDRAWN)
                                .build())
                        .getState())
                .isEqualTo(ConsentState.CONSENT_STATE_WITHDRAWN);
        assertThat(failureOf(() -> consents.deleteConsentTerm(delete(name))).reason())
                .isEqualTo("CONSENT_TERM_IN_USE");
    }

    @Test
    void aTermIsCreatedOnceChangedByItsEtagAndDeleted() {
        // Given
        String name = "q" + UUID.randomUUID().toString().replace("-", "_").substring(0, 30);
        consents.createConsentTerm(
                CreateConsentTermRequest.newBuilder().setTerm(term(name)).build());
        // When
        var again = failureOf(() -> consents.createConsentTerm(
                CreateConsentTermRequest.newBuilder().setTerm(term(name)).build()));
        var stale = failureOf(() -> consents.updateConsentTerm(UpdateConsentTermRequest.newBuilder()
                .setTerm(term(name).setEtag("7"))
                .build()));
        consents.deleteConsentTerm(delete(name));
        var gone = failureOf(() -> consents.deleteConsentTerm(delete(name)));
        var badName = failureOf(() -> consents.createConsentTerm(CreateConsentTermRequest.newBuilder()
                .setTerm(term("Marketing!"))
                .build()));
        // Then
        assertThat(again.reason()).isEqualTo("CONSENT_TERM_EXISTS");
        assertThat(stale.kind()).isEqualTo(Failure.Kind.STALE);
        assertThat(gone.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(badName.violations().get(0).field()).isEqualTo("term.name");
    }

    @Test
    void liveSegmentsFollowWhatCustomersAllow() {
        // Given
        String country = "FR";
        var segments = SegmentServiceGrpc.newBlockingStub(calls.as("mia", "marketer"));
        String segment = segments.createSegment(CreateSegmentRequest.newBuilder()
                        .setSegment(Segment.newBuilder()
                                .setName("may be written to " + customer)
                                .setKind(SegmentKind.SEGMENT_KIND_LIVE)
                                .setDefinition("consent.marketing(channel 'email') and country = '" + country + "'"))
                        .build())
                .getSegment()
                .getId();
        // When
        record(granted(JANUARY).build());
        await().untilAsserted(() -> assertThat(segmentsOf(segments)).contains(segment));
        record(granted(FEBRUARY).setState(ConsentState.CONSENT_STATE_WITHDRAWN).build());
        // Then
        await().untilAsserted(() -> assertThat(segmentsOf(segments)).doesNotContain(segment));
    }

    @Test
    void onlyTheRolesOfACallMayMakeIt() {
        // Given
        var everyone = Set.of("admin", "analyst", "marketer", "agent", "integrator");
        Map<Consumer<ConsentServiceBlockingStub>, Set<String>> rights = Map.of(
                stub -> stub.recordConsent(RecordConsentRequest.getDefaultInstance()),
                        Set.of("admin", "agent", "integrator"),
                stub -> stub.batchRecordConsents(BatchRecordConsentsRequest.getDefaultInstance()),
                        Set.of("admin", "integrator"),
                stub -> stub.listConsents(ListConsentsRequest.getDefaultInstance()), everyone,
                stub -> stub.listConsentRecords(ListConsentRecordsRequest.getDefaultInstance()),
                        Set.of("admin", "agent", "integrator"),
                stub -> stub.listConsentTerms(ListConsentTermsRequest.getDefaultInstance()), everyone,
                stub -> stub.createConsentTerm(CreateConsentTermRequest.getDefaultInstance()), Set.of("admin"),
                stub -> stub.updateConsentTerm(UpdateConsentTermRequest.getDefaultInstance()), Set.of("admin"),
                stub -> stub.deleteConsentTerm(DeleteConsentTermRequest.getDefaultInstance()), Set.of("admin"));
        rights.forEach((call, roles) -> everyone.forEach(role -> {
            // When
            boolean denied = isDenied(() -> call.accept(ConsentServiceGrpc.newBlockingStub(calls.as("rita", role))));
            // Then
            assertThat(denied).as(role).isNotEqualTo(roles.contains(role));
        }));
    }

    private static boolean isDenied(Runnable call) {
        try {
            call.run();
            return false;
        } catch (StatusRuntimeException failed) {
            return Failure.of(failed).kind() == Failure.Kind.DENIED;
        }
    }

    private Consent.Builder granted(long millis) {
        return Consent.newBuilder()
                .setCustomerId(customer)
                .setPurpose("marketing")
                .setChannel("email")
                .setState(ConsentState.CONSENT_STATE_GRANTED)
                .setEffectiveTime(Timestamps.fromMillis(millis))
                .setSource("checkout")
                .setTextVersion("2026-01");
    }

    private static ConsentTerm.Builder term(String name) {
        return ConsentTerm.newBuilder()
                .setKind(ConsentTermKind.CONSENT_TERM_KIND_PURPOSE)
                .setName(name);
    }

    private static DeleteConsentTermRequest delete(String name) {
        return DeleteConsentTermRequest.newBuilder()
                .setKind(ConsentTermKind.CONSENT_TERM_KIND_PURPOSE)
                .setName(name)
                .build();
    }

    private List<String> segmentsOf(SegmentServiceGrpc.SegmentServiceBlockingStub segments) {
        return segments
                .listCustomerSegments(ListCustomerSegmentsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getSegmentsList()
                .stream()
                .map(Segment::getId)
                .toList();
    }

    private Consent record(Consent said) {
        return consents.recordConsent(
                        RecordConsentRequest.newBuilder().setConsent(said).build())
                .getConsent();
    }

    private String field(Consent.Builder said) {
        return failureOf(() -> record(said.build())).violations().get(0).field();
    }

    private List<Consent> listed() {
        return consents.listConsents(
                        ListConsentsRequest.newBuilder().setCustomerId(customer).build())
                .getConsentsList();
    }

    private List<Consent> history(int pageSize) {
        List<Consent> all = new ArrayList<>();
        var request =
                ListConsentRecordsRequest.newBuilder().setCustomerId(customer).setPageSize(pageSize);
        do {
            var page = consents.listConsentRecords(request.build());
            all.addAll(page.getRecordsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }
}
