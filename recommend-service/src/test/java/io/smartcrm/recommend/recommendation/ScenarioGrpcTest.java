package io.smartcrm.recommend.recommendation;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.catalogued;
import static io.smartcrm.recommend.CustomerMessages.product;
import static io.smartcrm.recommend.CustomerMessages.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.ProductStatus;
import io.smartcrm.proto.recommend.v1.ListCategoryProposalsRequest;
import io.smartcrm.proto.recommend.v1.ListModelsRequest;
import io.smartcrm.proto.recommend.v1.ListTextGroupsRequest;
import io.smartcrm.proto.recommend.v1.ModelVersion;
import io.smartcrm.proto.recommend.v1.ProductFilter;
import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.proto.recommend.v1.RecommendResponse;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationRules;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.RestoreModelRequest;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import io.smartcrm.recommend.Calls;
import io.smartcrm.recommend.SentEvents;
import io.smartcrm.wire.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A garden shop beside the other tests' shops: seeds and pots, found by category. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioGrpcTest {
    private static final String AGENT = Tokens.of("andy", "agent");
    private static final String ANALYST = Tokens.of("anna", "analyst");
    private static final ProductFilter GARDEN =
            ProductFilter.newBuilder().setCategory("Garden").build();

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    private Calls calls;

    @BeforeAll
    void fillTheShop() {
        calls = new Calls(service);
        try (SentEvents events = new SentEvents()) {
            for (String seed : new String[] {"bean", "pea", "leek"}) {
                events.send(Topics.PRODUCTS, seed, catalogued(seed, "Garden", "Seeds", 2));
            }
            events.send(Topics.PRODUCTS, "tub", catalogued("tub", "Garden", "Tubs", 9));
            events.send(Topics.PRODUCTS, "hoe", catalogued("hoe", "Garden", "Tools", 20));
            events.send(
                    Topics.PRODUCTS,
                    "rake",
                    catalogued("rake", "Garden", "Tools", 15, ProductStatus.PRODUCT_STATUS_DISCONTINUED));
            for (int customer = 0; customer < 9; customer++) {
                String id = "gardener-" + customer;
                events.send(Topics.ORDERS, id, sale("o-" + id, id, NOON, "bean", "pea", "tub", "rake"));
            }
            events.send(Topics.ORDERS, "greta", sale("o-greta-1", "greta", NOON, "leek"));
            events.send(Topics.ORDERS, "greta", sale("o-greta-2", "greta", NOON.plusSeconds(86_400), "leek"));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(calls.readModel(AGENT).getCurrent()).isTrue();
            assertThat(products(recommend(ask(Scenario.SCENARIO_POPULAR)))).contains("bean");
            assertThat(products(recommend(ask(Scenario.SCENARIO_BUY_AGAIN).setCustomerId("greta"))))
                    .containsExactly("leek");
        });
    }

    @AfterAll
    void hangUp() {
        calls.close();
    }

    @Test
    void aBasketIsCompletedByWhatIsInTheSameBaskets() {
        // When
        RecommendResponse answer = recommend(
                ask(Scenario.SCENARIO_WITH_BASKET).addProductIds("bean").addProductIds("never-heard-of"));

        // Then
        assertThat(products(answer)).contains("pea", "tub").doesNotContain("bean", "rake");
        Recommendation first = answer.getRecommendations(0);
        assertThat(first.getSource()).isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_TOGETHER);
        assertThat(first.getReasons(0).getText()).startsWith("in 9 baskets with NICE bean, ");
    }

    @Test
    void aVisitorNobodyKnowsGoesOnFromWhatWasSeen() {
        // When
        RecommendResponse answer =
                recommend(ask(Scenario.SCENARIO_NEXT_IN_SESSION).addProductIds("tub"));

        // Then
        assertThat(products(answer)).contains("bean", "pea").doesNotContain("tub");
        assertThat(answer.getRecommendations(0).getSource())
                .isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_SESSION);
    }

    @Test
    void whatIsBoughtAgainAndAgainIsToldWithItsCadence() {
        // When
        RecommendResponse answer = recommend(ask(Scenario.SCENARIO_BUY_AGAIN).setCustomerId("greta"));

        // Then
        assertThat(answer.getRecommendations(0).getReasonsList())
                .extracting(reason -> reason.getText())
                .anyMatch(text ->
                        text.startsWith("bought 2 times before, last ") && text.endsWith("usually every 1 day"));
    }

    @Test
    void aFilterLetsOnlyItsProductsPass() {
        // When
        RecommendResponse cheap = recommend(
                ask(Scenario.SCENARIO_FOR_CUSTOMER).setFilter(GARDEN.toBuilder().setHighestPrice(5)));
        RecommendResponse tools = recommend(
                ask(Scenario.SCENARIO_FOR_CUSTOMER).setFilter(GARDEN.toBuilder().setCategory("Tools")));

        // Then
        assertThat(products(cheap)).contains("bean", "pea").doesNotContain("tub", "hoe", "lamp");
        assertThat(products(tools)).doesNotContain("rake", "bean");
    }

    @Test
    void rulesPinExcludeAndCap() {
        // When
        RecommendResponse answer = recommend(ask(Scenario.SCENARIO_FOR_CUSTOMER)
                .setFilter(GARDEN)
                .setRules(RecommendationRules.newBuilder()
                        .addPinnedProductIds("hoe")
                        .addPinnedProductIds("rake")
                        .addExcludeProductIds("bean")
                        .setMostPerCategory(1)
                        .setDiversity(.3)));

        // Then
        assertThat(products(answer)).startsWith("hoe").contains("pea", "tub").doesNotContain("bean", "leek", "rake");
        assertThat(answer.getRecommendations(0).getSource())
                .isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_PINNED);
    }

    @Test
    void pagesHoldEveryProductOnce() {
        // Given
        RecommendRequest.Builder ask =
                ask(Scenario.SCENARIO_FOR_CUSTOMER).setFilter(GARDEN).setPageSize(2);
        List<String> seen = new ArrayList<>();

        // When
        RecommendResponse page = recommend(ask);
        seen.addAll(products(page));
        while (!page.getNextPageToken().isEmpty()) {
            page = recommend(ask.setPageToken(page.getNextPageToken()));
            seen.addAll(products(page));
        }

        // Then
        assertThat(seen).doesNotHaveDuplicates().contains("bean", "pea", "tub", "leek");
        assertThat(seen.size()).isGreaterThan(2);
    }

    @Test
    void goingBackToAnOlderModelLastsUntilATrainingIsAskedFor() {
        // Given
        ModelVersion older = train();
        ModelVersion newer = train();

        // When
        ModelVersion restored = calls.with(ANALYST)
                .restoreModel(RestoreModelRequest.newBuilder()
                        .setModelId(older.getId())
                        .build())
                .getModel();

        // Then
        assertThat(restored.getId()).isEqualTo(older.getId());
        assertThat(models())
                .extracting(ModelVersion::getId)
                .contains(older.getId())
                .doesNotContain(newer.getId());
        assertThat(models().get(0).getServing()).isTrue();
        assertThat(models().get(0).getBytes()).isPositive();
        assertThat(train().getId()).isNotEqualTo(older.getId());
    }

    @Test
    void productsThatReadAlikeAreGroupedAndThoseWithoutACategoryGetOneProposed() {
        // Given
        try (SentEvents events = new SentEvents()) {
            events.send(Topics.PRODUCTS, "pea-2", product("pea-2", "NICE bean and pea"));
        }

        // When
        var proposals = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> calls.insights(ANALYST)
                                .listCategoryProposals(ListCategoryProposalsRequest.newBuilder()
                                        .setPageSize(500)
                                        .build())
                                .getProposalsList(),
                        list -> list.stream()
                                .anyMatch(proposal ->
                                        proposal.getProduct().getProductId().equals("pea-2")));
        var groups = calls.insights(ANALYST)
                .listTextGroups(ListTextGroupsRequest.newBuilder().setGroups(3).build())
                .getGroupsList();

        // Then
        assertThat(proposals)
                .filteredOn(proposal -> proposal.getProduct().getProductId().equals("pea-2"))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.getCategoryPathList()).containsExactly("Garden", "Seeds");
                    assertThat(proposal.getWordsList()).containsAnyOf("bean", "pea");
                });
        assertThat(groups)
                .hasSizeBetween(1, 3)
                .allSatisfy(group -> assertThat(group.getLabelList()).isNotEmpty());
        assertThatThrownBy(() -> calls.insights(AGENT).listTextGroups(ListTextGroupsRequest.getDefaultInstance()))
                .isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertFails(ask(Scenario.SCENARIO_POPULAR).setPageToken("nonsense"), Status.Code.INVALID_ARGUMENT);
        assertFails(ask(Scenario.SCENARIO_POPULAR).setPageSize(101), Status.Code.INVALID_ARGUMENT);
        assertThatThrownBy(() -> calls.with(ANALYST)
                        .restoreModel(RestoreModelRequest.newBuilder()
                                .setModelId(UUID.randomUUID().toString())
                                .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
        assertThatThrownBy(() -> calls.with(AGENT)
                        .restoreModel(RestoreModelRequest.newBuilder()
                                .setModelId(UUID.randomUUID().toString())
                                .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
        assertThatThrownBy(() -> calls.withoutToken().recommend(RecommendRequest.getDefaultInstance()))
                .isInstanceOf(StatusRuntimeException.class);
        assertThatThrownBy(() -> calls.with(Tokens.of("olaf")).listModels(ListModelsRequest.getDefaultInstance()))
                .isInstanceOf(StatusRuntimeException.class);
    }

    private void assertFails(RecommendRequest.Builder request, Status.Code code) {
        assertThatThrownBy(() -> recommend(request))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failed -> assertThat(failed.getStatus().getCode()).isEqualTo(code));
    }

    private static RecommendRequest.Builder ask(Scenario scenario) {
        return RecommendRequest.newBuilder().setScenario(scenario).setPageSize(50);
    }

    private RecommendResponse recommend(RecommendRequest.Builder request) {
        return calls.with(AGENT).recommend(request.build());
    }

    private static List<String> products(RecommendResponse answer) {
        return answer.getRecommendationsList().stream()
                .map(Recommendation::getProductId)
                .toList();
    }

    private ModelVersion train() {
        return calls.with(ANALYST)
                .trainModel(TrainModelRequest.getDefaultInstance())
                .getModel();
    }

    private List<ModelVersion> models() {
        return calls.with(AGENT)
                .listModels(ListModelsRequest.getDefaultInstance())
                .getModelsList();
    }
}
