package io.smartcrm.recommend.recommendation;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.described;
import static io.smartcrm.recommend.CustomerMessages.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.recommend.v1.LikenessBasis;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import io.smartcrm.recommend.Calls;
import io.smartcrm.recommend.SentEvents;
import io.smartcrm.wire.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A shop of blankets: one that nobody bought yet, and those of its maker, of its colour and of its price. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimilarItemGrpcTest {
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
            events.send(Topics.PRODUCTS, "plaid", described("plaid", "Blankets", "Wolford", "mulberry", 40));
            events.send(Topics.PRODUCTS, "throw", described("throw", "Blankets", "Wolford", "mulberry", 41));
            events.send(Topics.PRODUCTS, "quilt", described("quilt", "Blankets", "Wolford", "teal", 400));
            events.send(Topics.PRODUCTS, "duvet", described("duvet", "Blankets", "Featherby", "ochre", 42));
            events.send(Topics.ORDERS, "bert", sale("o-bert", "bert", NOON, "throw", "quilt", "duvet"));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(calls.readModel(AGENT).getCurrent()).isTrue();
            calls.with(ANALYST).trainModel(TrainModelRequest.getDefaultInstance());
            assertThat(similar("plaid", LikenessBasis.LIKENESS_BASIS_ATTRIBUTES))
                    .hasSize(3);
        });
    }

    @AfterAll
    void hangUp() {
        calls.close();
    }

    @Test
    void productsAreAlikeByWhatTheirRecordsSayAndThatIsTold() {
        // When
        List<Recommendation> similar = similar("plaid", LikenessBasis.LIKENESS_BASIS_ATTRIBUTES);

        // Then
        assertThat(similar).extracting(Recommendation::getProductId).containsExactly("throw", "quilt", "duvet");
        assertThat(similar)
                .extracting(Recommendation::getSource)
                .containsOnly(RecommendationSource.RECOMMENDATION_SOURCE_ATTRIBUTES);
        assertThat(similar.get(0).getScore()).isGreaterThan(.99);
        assertThat(similar.get(0).getReasons(0).getText())
                .isEqualTo("like NICE plaid: same category Blankets, same brand Wolford, same colour mulberry,"
                        + " similar price");
        assertThat(similar.get(0).getReasons(0).getProductId()).isEqualTo("plaid");
        assertThat(similar.get(2).getReasons(0).getText())
                .isEqualTo("like NICE plaid: same category Blankets, similar price");
    }

    @Test
    void whatNobodyBoughtYetIsLikeWhatItsRecordSaysFirst() {
        // When
        List<Recommendation> cold = similar("plaid", LikenessBasis.LIKENESS_BASIS_UNSPECIFIED);
        List<Recommendation> sold = similar("throw", LikenessBasis.LIKENESS_BASIS_UNSPECIFIED);

        // Then
        assertThat(cold.get(0).getProductId()).isEqualTo("throw");
        assertThat(cold.get(0).getSource()).isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_ATTRIBUTES);
        assertThat(sold.get(0).getSource()).isEqualTo(RecommendationSource.RECOMMENDATION_SOURCE_ITEM_BASED);
        assertThat(sold)
                .extracting(Recommendation::getProductId)
                .contains("plaid")
                .doesNotHaveDuplicates();
    }

    private List<Recommendation> similar(String product, LikenessBasis basis) {
        return calls.with(AGENT)
                .listSimilarItems(ListSimilarItemsRequest.newBuilder()
                        .setProductId(product)
                        .setBasis(basis)
                        .build())
                .getRecommendationsList();
    }
}
