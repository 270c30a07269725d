package io.smartcrm.recommend.recommendation;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.product;
import static io.smartcrm.recommend.CustomerMessages.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.KafkaTestResource;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.ErasureEvent;
import io.smartcrm.proto.customer.v1.ErasureRequested;
import io.smartcrm.proto.customer.v1.PrivacyEvent;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.proto.customer.v1.ProcessingLimitsChanged;
import io.smartcrm.proto.ops.v1.ErasureAnswerEvent;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.GetReadModelResponse;
import io.smartcrm.proto.recommend.v1.LikenessBasis;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsResponse;
import io.smartcrm.proto.recommend.v1.ModelVersion;
import io.smartcrm.proto.recommend.v1.ProfileUse;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerRequest;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerResponse;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import io.smartcrm.recommend.Calls;
import io.smartcrm.recommend.SentEvents;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A shop with two tastes: light (lamp, wick, oil) and tea (cup, pot). */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecommendationGrpcTest {
    private static final String GONE = "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa";
    private static final String AGENT = Tokens.of("andy", "agent");
    private static final String ANALYST = Tokens.of("anna", "analyst");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    private Calls calls;

    @BeforeAll
    void fillTheShop() {
        calls = new Calls(service);
        try (SentEvents events = new SentEvents()) {
            for (String id : new String[] {"lamp", "wick", "oil", "cup", "pot"}) {
                events.send(Topics.PRODUCTS, id, product(id, "NICE " + id));
            }
            for (int customer = 0; customer < 12; customer++) {
                String light = "light-" + customer;
                events.send(Topics.ORDERS, light, sale("o-" + light, light, NOON, "lamp", "wick", "oil"));
            }
            for (int customer = 0; customer < 8; customer++) {
                String tea = "tea-" + customer;
                events.send(Topics.ORDERS, tea, sale("o-" + tea, tea, NOON, "cup", "pot"));
            }
            events.send(Topics.ORDERS, "mia", sale("o-mia", "mia", NOON, "lamp", "wick"));
            events.send(Topics.LIMITS, "shy", limits("shy", false, true));
            events.send(Topics.ORDERS, "shy", sale("o-shy", "shy", NOON, "lamp", "wick"));
            events.send(Topics.LIMITS, "frozen", limits("frozen", true, false));
            events.send(Topics.ORDERS, "frozen", sale("o-frozen", "frozen", NOON, "lamp", "wick"));
            events.send(Topics.ORDERS, GONE, sale("o-gone", GONE, NOON, "lamp", "wick"));
            events.send(Topics.ERASURES, GONE, erasure());
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(calls.readModel(AGENT).getCurrent()).isTrue();
            assertThat(recommend("mia", 1, false).getRecommendationsCount()).isOne();
        });
    }

    @AfterAll
    void hangUp() {
        calls.close();
    }

    @Test
    void whoWantsNothingByProfileAndWhoIsRestrictedGetsWhatIsPopularAndIsTold() {
        // When
        RecommendForCustomerResponse objected = recommend("shy", 3, true);
        RecommendForCustomerResponse restricted = recommend("frozen", 3, true);
        RecommendForCustomerResponse used = recommend("mia", 3, true);

        // Then
        assertThat(objected.getProfileUse()).isEqualTo(ProfileUse.PROFILE_USE_OBJECTED);
        assertThat(restricted.getProfileUse()).isEqualTo(ProfileUse.PROFILE_USE_RESTRICTED);
        assertThat(used.getProfileUse()).isEqualTo(ProfileUse.PROFILE_USE_USED);
        assertThat(objected.getRecommendationsList())
                .hasSize(3)
                .extracting(Recommendation::getSource)
                .containsOnly(RecommendationSource.RECOMMENDATION_SOURCE_POPULAR);
        assertThat(objected.getRecommendationsList()).isEqualTo(restricted.getRecommendationsList());
    }

    @Test
    void whoWasErasedStaysErasedWhenFactsAreReadAgain() {
        // Given
        try (SentEvents events = new SentEvents()) {
            events.send(Topics.ORDERS, GONE, sale("o-gone-again", GONE, NOON, "lamp", "wick"));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(calls.readModel(AGENT).getCurrent()).isTrue());

        // When
        RecommendForCustomerResponse answer = recommend(GONE, 3, true);

        // Then
        assertThat(answer.getRecommendationsList())
                .extracting(Recommendation::getSource)
                .containsOnly(RecommendationSource.RECOMMENDATION_SOURCE_POPULAR);
        assertThat(held(GONE)).isEmpty();
    }

    @Test
    void anErasureIsAnsweredWithWhatWasForgotten() throws Exception {
        // Given
        try (var topic = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaTestResource.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = topic.partitionsFor(Topics.ERASURE_ANSWERS).stream()
                    .map(partition -> new TopicPartition(Topics.ERASURE_ANSWERS, partition.partition()))
                    .toList();
            topic.assign(partitions);
            topic.seekToBeginning(partitions);

            // When
            var answers = await().atMost(Duration.ofSeconds(20))
                    .until(() -> topic.poll(Duration.ofMillis(300)), found -> !found.isEmpty());

            // Then
            var done = ErasureAnswerEvent.parseFrom(answers.iterator().next().value())
                    .getErasureDone();
            assertThat(done.getCustomerId()).isEqualTo(GONE);
            assertThat(done.getService()).isEqualTo("recommend-service");
            assertThat(done.getPartsList())
                    .extracting(part -> part.getName())
                    .containsExactlyInAnyOrder("purchases", "experiments");
        }
    }

    @Test
    void whatGoesWithThePurchasesIsOfferedWithItsReasons() {
        // When
        RecommendForCustomerResponse answer = recommend("mia", 3, true);

        // Then
        Recommendation first = answer.getRecommendations(0);
        assertThat(first.getProductId()).isEqualTo("oil");
        assertThat(first.getProductCode()).isEqualTo("C-oil");
        assertThat(first.getProductName()).isEqualTo("NICE oil");
        assertThat(first.getSource()).isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_ITEM_BASED);
        assertThat(first.getReasonsList())
                .extracting(reason -> reason.getText())
                .contains("bought with NICE lamp", "bought with NICE wick");
        assertThat(answer.getModel().getName()).isEqualTo("hybrid");
        assertThat(answer.getModel().getItems()).isPositive();
    }

    @Test
    void boughtProductsAreLeftOutOnDemandOnly() {
        // When
        RecommendForCustomerResponse without = recommend("mia", 10, true);
        RecommendForCustomerResponse with = recommend("mia", 10, false);

        // Then
        assertThat(without.getRecommendationsList())
                .extracting(Recommendation::getProductId)
                .contains("oil", "cup", "pot")
                .doesNotContain("lamp", "wick");
        assertThat(with.getRecommendationsList())
                .extracting(Recommendation::getProductId)
                .contains("lamp", "wick");
    }

    @Test
    void excludedProductsAreNeverAnswered() {
        // When
        RecommendForCustomerResponse answer = calls.with(AGENT)
                .recommendForCustomer(RecommendForCustomerRequest.newBuilder()
                        .setCustomerId("mia")
                        .setExcludeBought(true)
                        .addExcludeProductIds("oil")
                        .addExcludeProductIds("never-heard-of")
                        .build());

        // Then
        assertThat(answer.getRecommendationsList())
                .extracting(Recommendation::getProductId)
                .contains("cup", "pot")
                .doesNotContain("oil", "lamp", "wick");
    }

    @Test
    void anUnknownCustomerGetsWhatIsPopular() {
        // When
        RecommendForCustomerResponse answer = recommend("nobody", 2, true);

        // Then
        assertThat(answer.getRecommendationsList())
                .extracting(Recommendation::getProductId)
                .containsExactlyInAnyOrder("lamp", "wick");
        Recommendation first = answer.getRecommendations(0);
        assertThat(first.getSource()).isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_POPULAR);
        assertThat(first.getReasons(0).getText()).isEqualTo("bought by 13 customers in the last 30 days");
        assertThat(first.getReasons(0).getProductId()).isEmpty();
    }

    @Test
    void similarItemsAreThoseOfTheSameTaste() {
        // When
        ListSimilarItemsResponse answer = similar("cup", 10);

        // Then
        assertThat(answer.getRecommendationsList())
                .extracting(Recommendation::getProductId)
                .startsWith("pot");
        assertThat(similar("cup", LikenessBasis.LIKENESS_BASIS_BEHAVIOUR).getRecommendationsList())
                .extracting(Recommendation::getProductId)
                .containsExactly("pot");
        assertThat(similar("cup", LikenessBasis.LIKENESS_BASIS_CONTENT).getRecommendationsList())
                .extracting(Recommendation::getSource)
                .containsOnly(RecommendationSource.RECOMMENDATION_SOURCE_CONTENT);
        assertThat(answer.getRecommendations(0).getReasons(0).getText()).isEqualTo("bought with NICE cup");
        assertThat(answer.hasModel()).isTrue();
    }

    @Test
    void aPurchaseChangesTheAnswerAtOnceAndTheModelWithinSeconds() {
        // Given
        ModelVersion before = recommend("noah", 1, false).getModel();

        // When
        try (SentEvents events = new SentEvents()) {
            events.send(Topics.ORDERS, "noah", sale("o-noah", "noah", NOON, "cup"));
        }

        // Then
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            RecommendForCustomerResponse answer = recommend("noah", 1, true);
            assertThat(answer.getRecommendations(0).getProductId()).isEqualTo("pot");
            assertThat(answer.getModel().getInteractions()).isGreaterThan(before.getInteractions());
        });
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            GetReadModelResponse progress = calls.readModel(AGENT);
            assertThat(progress.getCurrent()).isTrue();
            assertThat(progress.hasDerivedTime()).isTrue();
        });
    }

    @Test
    void anEventDeliveredTwiceCountsOnce() {
        // Given
        UUID id = UUID.randomUUID();
        byte[] event = sale("o-olga", "olga", NOON, "cup", "pot").toByteArray();

        // When
        try (SentEvents events = new SentEvents()) {
            events.send(Topics.ORDERS, "olga", id, event);
            events.send(Topics.ORDERS, "olga", id, event);
            events.send(Topics.ORDERS, "olga", UUID.randomUUID(), event);
        }

        // Then
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(recommend("olga", 10, true).getRecommendationsList())
                        .extracting(Recommendation::getProductId)
                        .doesNotContain("cup", "pot")
                        .contains("lamp"));
    }

    @Test
    void aTrainingOnDemandAnswersWithTheModelThatServes() {
        // When
        ModelVersion trained = calls.with(ANALYST)
                .trainModel(TrainModelRequest.getDefaultInstance())
                .getModel();

        // Then
        assertThat(UUID.fromString(trained.getId()).version()).isEqualTo(7);
        assertThat(trained.getInteractions()).isGreaterThanOrEqualTo(54);
        assertThat(recommend("mia", 1, true).getModel().getTrainTime().getSeconds())
                .isGreaterThanOrEqualTo(trained.getTrainTime().getSeconds());
    }

    @Test
    void anUnknownProductIsNotFound() {
        assertFails(() -> similar("never-heard-of", 5), Status.Code.NOT_FOUND, "PRODUCT_NOT_FOUND");
    }

    @Test
    void requestsBeyondTheLimitsAreInvalid() {
        assertFails(() -> recommend("mia", -1, false), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        assertFails(() -> recommend("mia", 101, false), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        assertFails(() -> recommend("", 5, false), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        assertFails(() -> similar(" ", 5), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
        assertFails(() -> similar("cup", 101), Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    }

    @Test
    void callersNeedATokenAndARole() {
        RecommendForCustomerRequest request = request("mia", 1, false);

        assertFails(
                () -> calls.withoutToken().recommendForCustomer(request),
                Status.Code.UNAUTHENTICATED,
                "TOKEN_REQUIRED");
        assertFails(
                () -> calls.with(Tokens.of("olaf")).recommendForCustomer(request),
                Status.Code.PERMISSION_DENIED,
                "ROLE_REQUIRED");
        assertFails(
                () -> calls.with(AGENT).trainModel(TrainModelRequest.getDefaultInstance()),
                Status.Code.PERMISSION_DENIED,
                "ROLE_REQUIRED");
        assertThatThrownBy(() -> calls.with(Tokens.expired("anna", "analyst")).recommendForCustomer(request))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
    }

    private static void assertFails(ThrowingCallable call, Status.Code code, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, failed -> {
            assertThat(failed.getStatus().getCode()).isEqualTo(code);
            assertThat(Failure.of(failed).reason()).isEqualTo(reason);
        });
    }

    private RecommendForCustomerResponse recommend(String customer, int size, boolean excludeBought) {
        return calls.with(AGENT).recommendForCustomer(request(customer, size, excludeBought));
    }

    private static RecommendForCustomerRequest request(String customer, int size, boolean excludeBought) {
        return RecommendForCustomerRequest.newBuilder()
                .setCustomerId(customer)
                .setSize(size)
                .setExcludeBought(excludeBought)
                .build();
    }

    private ListSimilarItemsResponse similar(String product, int size) {
        return calls.with(AGENT)
                .listSimilarItems(ListSimilarItemsRequest.newBuilder()
                        .setProductId(product)
                        .setSize(size)
                        .build());
    }

    private ListSimilarItemsResponse similar(String product, LikenessBasis basis) {
        return calls.with(AGENT)
                .listSimilarItems(ListSimilarItemsRequest.newBuilder()
                        .setProductId(product)
                        .setBasis(basis)
                        .build());
    }

    private List<ExportPersonalDataResponse> held(String customer) {
        List<ExportPersonalDataResponse> records = new ArrayList<>();
        calls.personalData(AGENT)
                .exportPersonalData(ExportPersonalDataRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .forEachRemaining(records::add);
        return records.stream().filter(ExportPersonalDataResponse::hasRecord).toList();
    }

    private static PrivacyEvent limits(String customer, boolean restricted, boolean notByProfile) {
        return PrivacyEvent.newBuilder()
                .setProcessingLimitsChanged(ProcessingLimitsChanged.newBuilder()
                        .setLimits(ProcessingLimits.newBuilder()
                                .setCustomerId(customer)
                                .setRestricted(restricted)
                                .setNotByProfile(notByProfile)))
                .build();
    }

    private static ErasureEvent erasure() {
        return ErasureEvent.newBuilder()
                .setErasureRequested(ErasureRequested.newBuilder()
                        .setErasureId(UUID.randomUUID().toString())
                        .setCustomerId(GONE))
                .build();
    }
}
