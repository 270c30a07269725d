package io.smartcrm.recommend.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Relation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphWalkTest {
    private static final Entity NORDHAL = new Entity(EntityType.BRAND, "Nordhal");
    private static final Entity LINEN = new Entity(EntityType.MATERIAL, "linen");
    private static final Entity MUG = new Entity(EntityType.CATEGORY, "Mug");
    private static final Entity COASTER = new Entity(EntityType.CATEGORY, "Coaster");
    private static final WalkSettings PLAIN = new WalkSettings(1, 0, .2, Emphasis.PLAIN);

    /** 0: Nordhal, linen; 1: Nordhal; 2: linen; 3: linen; 4: a mug; 5: a coaster; 6: nothing known. */
    private static final ItemEntities GRAPH = ItemEntities.of(
            7,
            List.of(NORDHAL, LINEN, MUG, COASTER),
            List.of(
                    new Link(0, 0, Relation.HAS_BRAND, 1),
                    new Link(0, 1, Relation.MADE_OF, 1),
                    new Link(1, 0, Relation.HAS_BRAND, 1),
                    new Link(2, 1, Relation.MADE_OF, 1),
                    new Link(3, 1, Relation.MADE_OF, 1),
                    new Link(4, 2, Relation.IS_A, 1),
                    new Link(5, 3, Relation.IS_A, 1)),
            List.of(new Companion(2, 3, 4)));

    @Test
    void scoresAreTheChancesOfAllWays() {
        // When
        float[] scores = Shops.scores(GraphWalk.of(GRAPH, RelationWeights.UNKNOWN, PLAIN), Shops.history(0));

        // Then
        assertThat(scores[0]).isCloseTo(.5f * .5f + .5f / 3, within(1e-6f));
        assertThat(scores[1]).isCloseTo(.5f * .5f, within(1e-6f));
        assertThat(scores[2]).isCloseTo(.5f / 3, within(1e-6f));
        assertThat(scores[4]).isEqualTo(Recommender.UNSCORED);
        assertThat(scores[6]).isEqualTo(Recommender.UNSCORED);
    }

    @Test
    void nowAndThenAWalkGoesOnToWhatGoesWithAThing() {
        // When
        float[] scores = Shops.scores(GraphWalk.of(GRAPH, RelationWeights.UNKNOWN, PLAIN), Shops.history(4));

        // Then
        assertThat(scores[5]).isCloseTo(.2f, within(1e-6f));
        assertThat(scores[4]).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void thePathAddsUpToTheScoreAndNamesItsEntities() {
        // Given
        GraphWalk walk = GraphWalk.of(GRAPH, RelationWeights.UNKNOWN, PLAIN);

        // When
        List<Path> paths = walk.paths(Shops.history(0, 2, 4), 1, 3);
        List<Path> onward = walk.paths(Shops.history(4), 5, 3);

        // Then
        assertThat(paths).hasSize(1);
        assertThat(paths.get(0).from()).isZero();
        assertThat(paths.get(0).steps()).extracting(Path.Step::entity).containsExactly(NORDHAL);
        assertThat(paths.get(0).amount()).isCloseTo(.25f, within(1e-6f));
        assertThat(onward.get(0).steps().get(0).entity()).isEqualTo(MUG);
        assertThat(onward.get(0).steps().get(0).companion()).isEqualTo(Optional.of(COASTER));
    }

    @Test
    void customersWhoBuyByTheMakerWeighTheMaker() {
        // Given: items 0-9 by maker 0, 10-19 by maker 1; colours alternate; customers keep to one maker
        List<Link> links = new ArrayList<>();
        for (int item = 0; item < 20; item++) {
            links.add(new Link(item, item / 10, Relation.HAS_BRAND, 1));
            links.add(new Link(item, 2 + item % 2, Relation.HAS_COLOUR, 1));
        }
        ItemEntities graph = ItemEntities.of(
                20, List.of(NORDHAL, new Entity(EntityType.BRAND, "Zebrik"), LINEN, MUG), links, List.of());

        // When
        RelationWeights weights = RelationWeights.learn(Interactions.of(Shops.twoTastes(200, 20, 6, 1)), graph, 1);

        // Then
        assertThat(weights.of(Relation.HAS_BRAND)).isBetween(.4, .6);
        assertThat(weights.of(Relation.HAS_COLOUR)).isLessThan(.1);
        assertThat(RelationWeights.learn(Interactions.of(Shops.twoTastes(2, 20, 6, 1)), graph, 1))
                .isEqualTo(RelationWeights.UNKNOWN);
    }

    @Test
    void aWalkIsReadBackAsItWasWritten() throws IOException {
        // Given
        GraphWalk walk = GraphWalk.of(GRAPH, RelationWeights.UNKNOWN, WalkSettings.USUAL);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        // When
        GraphFormat.write(walk, new DataOutputStream(bytes));
        GraphWalk read = GraphFormat.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), 100);

        // Then
        assertThat(Shops.scores(read, Shops.history(0, 4))).isEqualTo(Shops.scores(walk, Shops.history(0, 4)));
        assertThat(read.graph().entities()).isEqualTo(walk.graph().entities());
        bytes.write(0);
        byte[] broken = bytes.toByteArray();
        broken[0]++;
        assertThatThrownBy(() -> GraphFormat.read(new DataInputStream(new ByteArrayInputStream(broken)), 100))
                .hasMessageContaining("not a graph");
    }

    @Test
    void linksToNothingAreRefused() {
        assertThatThrownBy(() -> ItemEntities.of(1, List.of(MUG), List.of(new Link(1, 0, Relation.IS_A, 1)), List.of()))
                .hasMessageContaining("item 1");
        assertThatThrownBy(() -> new Link(0, 0, Relation.IS_A, 0)).hasMessageContaining("confidence");
    }
}
