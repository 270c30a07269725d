package io.smartcrm.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextClustersTest {
    private static final List<String> TEA = List.of("tea", "cup", "pot", "saucer", "sugar");
    private static final List<String> GARDEN = List.of("seed", "spade", "rake", "soil", "hose");

    @Test
    void textsOfOneSubjectAreOneGroupNamedByItsWords() {
        // Given
        List<String> texts = new ArrayList<>();
        Random random = new Random(1);
        for (int text = 0; text < 60; text++) {
            texts.add(sentence(text % 2 == 0 ? TEA : GARDEN, random));
        }
        texts.add("");

        // When
        List<TextCluster> clusters = TextClusters.of(texts, 2, 4, 7);

        // Then
        assertThat(clusters).hasSize(2).allSatisfy(cluster -> {
            boolean tea = cluster.texts().get(0) % 2 == 0;
            assertThat(cluster.texts()).hasSize(30).allMatch(text -> text % 2 == (tea ? 0 : 1));
            assertThat(cluster.label().get(0).split(" ")).isSubsetOf(tea ? TEA : GARDEN);
            assertThat(cluster.cohesion()).isBetween(.2, 1.0);
        });
        assertThat(TextClusters.of(texts, 2, 4, 7)).isEqualTo(clusters);
    }

    @Test
    void thereAreNoMoreGroupsThanTextsThatDiffer() {
        assertThat(TextClusters.of(List.of("cup", "cup", "pot"), 9, 1, 1)).hasSize(2);
        assertThat(TextClusters.of(List.of("", ""), 3, 1, 1)).isEmpty();
        assertThatThrownBy(() -> TextClusters.of(List.of("cup"), 0, 1, 1)).hasMessageContaining("0");
    }

    @Test
    void aCategoryIsProposedWithTheWordsThatDecided() {
        // Given
        CategoryClassifier classifier = CategoryClassifier.fit(
                List.of("red tea cup", "blue tea pot", "tea saucer", "garden rake", "red garden hose", "红色 茶杯"),
                List.of("Kitchen", "Kitchen", "Kitchen", "Garden", "Garden", "Kitchen"));

        // When
        List<CategoryClassifier.Proposal> proposals = classifier.propose("green tea cup", 2);

        // Then
        assertThat(proposals).hasSize(2);
        assertThat(proposals.get(0).category()).isEqualTo("Kitchen");
        assertThat(proposals.get(0).probability()).isGreaterThan(.5);
        assertThat(proposals.get(0).words()).contains("tea cup").doesNotContain("green");
        assertThat(classifier.propose("hose for the garden", 1).get(0).category())
                .isEqualTo("Garden");
        assertThat(classifier.propose("蓝色茶杯", 1).get(0).category()).isEqualTo("Kitchen");
        assertThat(classifier.propose("nonsense", 2)).isEmpty();
    }

    @Test
    void textsNeedAsManyCategories() {
        assertThatThrownBy(() -> CategoryClassifier.fit(List.of("cup"), List.of()))
                .hasMessageContaining("1 texts");
    }

    private static String sentence(List<String> words, Random random) {
        return words.get(random.nextInt(5)) + " " + words.get(random.nextInt(5)) + " " + words.get(random.nextInt(5));
    }
}
