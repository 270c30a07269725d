package io.smartcrm.recommend.knowledge;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.product;
import static io.smartcrm.recommend.CustomerMessages.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductChanged;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.recommend.v1.EntityType;
import io.smartcrm.proto.recommend.v1.FactEvidence;
import io.smartcrm.proto.recommend.v1.GetEntityRequest;
import io.smartcrm.proto.recommend.v1.GetEntityResponse;
import io.smartcrm.proto.recommend.v1.KnowledgeFact;
import io.smartcrm.proto.recommend.v1.KnowledgeRelation;
import io.smartcrm.proto.recommend.v1.ListEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListEntitiesResponse;
import io.smartcrm.proto.recommend.v1.ListEntityProductsRequest;
import io.smartcrm.proto.recommend.v1.ListProductEntitiesRequest;
import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.recommend.Calls;
import io.smartcrm.recommend.SentEvents;
import io.smartcrm.wire.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A shop of mugs and coasters by two makers beside the other tests' shops. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeGraphGrpcTest {
    private static final String AGENT = Tokens.of("andy", "agent");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    private Calls calls;

    @BeforeAll
    void fillTheShop() {
        calls = new Calls(service);
        try (SentEvents events = new SentEvents()) {
            events.send(Topics.PRODUCTS, "kg-mug", made("kg-mug", "Oakhurst Mug", "Oakhurst", "Mug", "maroon"));
            events.send(
                    Topics.PRODUCTS, "kg-pad", made("kg-pad", "Oakhurst Coaster of cork", "Oakhurst", "Coaster", ""));
            events.send(Topics.PRODUCTS, "kg-cup", made("kg-cup", "Pinefield Mug, stoneware", "Pinefield", "Mug", ""));
            events.send(Topics.PRODUCTS, "kg-tag", product("kg-tag", "Red linen ribbon for Christmas"));
            for (int customer = 0; customer < 8; customer++) {
                String id = "drinker-" + customer;
                events.send(Topics.ORDERS, id, sale("kg-" + id, id, NOON, "kg-cup", "kg-pad"));
            }
            events.send(Topics.ORDERS, "kg-fan", sale("kg-fan-1", "kg-fan", NOON, "kg-mug"));
            events.send(Topics.ORDERS, "kg-fan", sale("kg-fan-2", "kg-fan", NOON.plusSeconds(86_400), "kg-mug"));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(facts("kg-tag")).contains("MADE_OF material:linen");
            assertThat(byGraph("kg-fan"))
                    .extracting(Recommendation::getProductId)
                    .contains("kg-pad");
        });
    }

    @AfterAll
    void hangUp() {
        calls.close();
    }

    @Test
    void recordsAndTextsTellWhatAProductHasToDoWith() {
        assertThat(facts("kg-mug"))
                .contains("HAS_BRAND brand:oakhurst", "IS_A category:mug", "PART_OF category:tableware")
                .anyMatch(fact -> fact.startsWith("HAS_COLOUR colour:"));
        assertThat(facts("kg-pad")).contains("MADE_OF material:cork");
        assertThat(facts("kg-tag"))
                .contains("HAS_COLOUR colour:red", "USED_FOR occasion:christmas", "IS_A category:ribbon");
    }

    @Test
    void aFactTellsItsEvidenceAndItsConfidence() {
        // When
        List<KnowledgeFact> facts = calls.knowledge(AGENT)
                .listProductEntities(ListProductEntitiesRequest.newBuilder()
                        .setProductId("kg-tag")
                        .build())
                .getFactsList();

        // Then
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.getEvidence()).isEqualTo(FactEvidence.FACT_EVIDENCE_TEXT);
            assertThat(fact.getConfidence()).isBetween(.5, .99);
            assertThat("Red linen ribbon for Christmas").contains(fact.getWords());
        });
    }

    @Test
    void entitiesAreListedPageByPage() {
        // When
        ListEntitiesResponse first = calls.knowledge(AGENT)
                .listEntities(ListEntitiesRequest.newBuilder().setPageSize(2).build());
        ListEntitiesResponse second = calls.knowledge(AGENT)
                .listEntities(ListEntitiesRequest.newBuilder()
                        .setPageSize(2)
                        .setPageToken(first.getNextPageToken())
                        .build());
        ListEntitiesResponse brands = calls.knowledge(AGENT)
                .listEntities(ListEntitiesRequest.newBuilder()
                        .setType(EntityType.ENTITY_TYPE_BRAND)
                        .setQuery("oak")
                        .build());

        // Then
        assertThat(first.getEntitiesList()).hasSize(2).doesNotContainAnyElementsOf(second.getEntitiesList());
        assertThat(first.getEntities(1).getProducts())
                .isGreaterThanOrEqualTo(second.getEntities(0).getProducts());
        assertThat(brands.getEntitiesList())
                .extracting(entity -> entity.getName())
                .containsExactly("Oakhurst");
        assertThat(brands.getEntities(0).getProducts()).isEqualTo(2);
        assertThat(brands.getNextPageToken()).isEmpty();
    }

    @Test
    void anEntityHasAliasesRelationsAndProducts() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            // When
            GetEntityResponse mug = calls.knowledge(AGENT)
                    .getEntity(
                            GetEntityRequest.newBuilder().setId("category:mug").build());

            // Then
            assertThat(mug.getAliasesList())
                    .extracting(alias -> alias.getWords())
                    .contains("马克杯");
            assertThat(mug.getRelationsList())
                    .extracting(related ->
                            related.getRelation() + " " + related.getEntity().getId())
                    .contains(KnowledgeRelation.KNOWLEDGE_RELATION_PART_OF + " category:tableware");
        });
        assertThat(calls.knowledge(AGENT)
                        .listEntityProducts(ListEntityProductsRequest.newBuilder()
                                .setId("category:mug")
                                .build())
                        .getFactsList())
                .extracting(fact -> fact.getProduct().getProductId())
                .containsExactlyInAnyOrder("kg-mug", "kg-cup");
    }

    @Test
    void aListByTheGraphTellsThePath() {
        // When
        List<Recommendation> list = byGraph("kg-fan");

        // Then
        Recommendation pad = list.stream()
                .filter(recommendation -> recommendation.getProductId().equals("kg-pad"))
                .findFirst()
                .orElseThrow();
        assertThat(pad.getSource()).isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_KNOWLEDGE_GRAPH);
        assertThat(pad.getReasons(0).getText())
                .contains("(Oakhurst)")
                .contains(" as Oakhurst Mug")
                .endsWith(", bought twice");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> calls.knowledge(AGENT)
                        .getEntity(GetEntityRequest.newBuilder()
                                .setId("brand:nobody")
                                .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
        assertThatThrownBy(() -> calls.knowledge(AGENT)
                        .listProductEntities(ListProductEntitiesRequest.newBuilder()
                                .setProductId("kg-none")
                                .build()))
                .hasMessageContaining("kg-none");
    }

    private List<String> facts(String product) {
        return calls
                .knowledge(AGENT)
                .listProductEntities(ListProductEntitiesRequest.newBuilder()
                        .setProductId(product)
                        .build())
                .getFactsList()
                .stream()
                .map(fact -> fact.getRelation().name().substring("KNOWLEDGE_RELATION_".length()) + " "
                        + fact.getEntity().getId())
                .collect(Collectors.toList());
    }

    private List<Recommendation> byGraph(String customer) {
        return calls
                .with(AGENT)
                .recommend(RecommendRequest.newBuilder()
                        .setScenario(Scenario.SCENARIO_KNOWLEDGE_GRAPH)
                        .setCustomerId(customer)
                        .setExcludeBought(true)
                        .build())
                .getRecommendationsList()
                .stream()
                .filter(recommendation ->
                        recommendation.getSource() == RecommendationSource.RECOMMENDATION_SOURCE_KNOWLEDGE_GRAPH)
                .toList();
    }

    private static ProductEvent made(String id, String name, String brand, String kind, String colour) {
        Product.Builder product = product(id, name).getProductChanged().getProduct().toBuilder()
                .setBrand(brand)
                .addCategoryPath("Tableware")
                .addCategoryPath(kind);
        if (!colour.isEmpty()) {
            product.putAttributes(
                    "color", Value.newBuilder().setStringValue(colour).build());
        }
        return ProductEvent.newBuilder()
                .setProductChanged(ProductChanged.newBuilder().setProduct(product))
                .build();
    }
}
