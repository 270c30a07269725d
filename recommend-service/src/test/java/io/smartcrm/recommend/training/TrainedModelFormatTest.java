package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.recommend.Shops;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class TrainedModelFormatTest {
    private final TrainedModel model = TrainedModels.described();

    @Test
    void aModelReadBackIsTheSame() throws IOException {
        // When
        TrainedModel read = TrainedModelFormat.read(TrainedModelFormat.write(model));

        // Then
        assertThat(read.items()).isEqualTo(6);
        assertThat(read.window()).isEqualTo(model.window());
        for (int item = 0; item < read.items(); item++) {
            assertThat(read.product(item)).isEqualTo(model.product(item));
            assertThat(read.buyers(item)).isEqualTo(model.buyers(item));
            assertThat(read.recentBuyers(item)).isEqualTo(model.recentBuyers(item));
        }
        assertThat(read.bytes()).isEqualTo(model.bytes());
        assertThat(scores(read)).isEqualTo(scores(model));
    }

    private static float[] scores(TrainedModel model) {
        float[] scores = new float[model.items()];
        model.hybrid(Weights.DEFAULT.with(Signal.SESSION, 1).with(Signal.ATTRIBUTES, 1), 8_640_000)
                .score(Shops.history(0, 3), scores);
        return scores;
    }

    @Test
    void aModelOfTheVersionBeforeHasNoAttributes() throws IOException {
        // Given
        byte[] bytes =
                new InflaterInputStream(new ByteArrayInputStream(TrainedModelFormat.write(model))).readAllBytes();
        bytes[3]--;
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(before)) {
            out.write(bytes);
        }

        // When
        TrainedModel read = TrainedModelFormat.read(before.toByteArray());

        // Then
        assertThat(read.content().similar(5, 5).size())
                .isEqualTo(model.content().similar(5, 5).size());
        assertThat(model.attributes().similar(5, 5).size()).isPositive();
        assertThat(read.attributes().similar(5, 5).size()).isZero();
    }

    @Test
    void equalModelsHaveEqualBytes() {
        assertThat(TrainedModelFormat.write(TrainedModels.described())).isEqualTo(TrainedModelFormat.write(model));
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes = TrainedModelFormat.write(model);
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 0x55;

        assertThatThrownBy(() -> TrainedModelFormat.read(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainedModelFormat.read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainedModelFormat.read(damaged)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrainedModelFormat.read(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> parts(new int[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("products 2, another 6");
        assertThatThrownBy(() -> parts(new int[] {1, 2, 2, 3, 4, 5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not ascend at item 2");
    }

    private TrainedModel.Parts parts(int[] products) {
        TrainedModel.Parts parts = model.parts();
        return new TrainedModel.Parts(
                products,
                parts.likeness(),
                parts.content(),
                parts.taste(),
                parts.popularity(),
                parts.recentBuyers(),
                parts.buyers(),
                parts.trends(),
                parts.habits(),
                parts.baskets(),
                parts.knowledge(),
                parts.attributes(),
                parts.size());
    }
}
