package io.smartcrm.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.recommend.collaborative.Ranking;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrainedModelFormatTest {
    private final TrainedModel model = TrainedModels.small();

    @Test
    void aModelReadBackIsTheSame() throws IOException {
        // When
        TrainedModel read = TrainedModelFormat.read(TrainedModelFormat.write(model));

        // Then
        assertThat(read.items()).isEqualTo(5);
        assertThat(read.window()).isEqualTo(model.window());
        for (int item = 0; item < read.items(); item++) {
            assertThat(read.product(item)).isEqualTo(model.product(item));
            assertThat(read.buyers(item)).isEqualTo(model.buyers(item));
            assertThat(read.recentBuyers(item)).isEqualTo(model.recentBuyers(item));
        }
        Ranking similar = read.likeness().similar(0, 5);
        assertThat(similar.item(0)).isEqualTo(1);
        assertThat(similar.score(0)).isEqualTo(model.likeness().similar(0, 5).score(0));
    }

    @Test
    void equalModelsHaveEqualBytes() {
        assertThat(TrainedModelFormat.write(TrainedModels.small())).isEqualTo(TrainedModelFormat.write(model));
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
        assertThatThrownBy(() ->
                        TrainedModel.of(new int[] {1, 2}, model.likeness(), new int[2], new int[2], model.window()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("products 2, likeness 5");
        assertThatThrownBy(() -> TrainedModel.of(
                        new int[] {1, 2, 2, 3, 4}, model.likeness(), new int[5], new int[5], model.window()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not ascend at item 2");
    }
}
