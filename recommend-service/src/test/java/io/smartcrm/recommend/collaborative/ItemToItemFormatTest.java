package io.smartcrm.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ItemToItemFormatTest {
    private final Interactions shop = Interactions.of(EventsFixtures.random(100, 40, 1500, 2));
    private final ItemToItem model =
            ItemKnn.fit(shop, 365 * EventsFixtures.DAY, ItemKnnSettings.RECENT.withWeighting(Weighting.BM25));

    @Test
    void aModelReadBackAnswersTheSame() throws IOException {
        // When
        ItemToItem read = read(written());

        // Then
        assertThat(read.emphasis()).isEqualTo(model.emphasis());
        for (int customer = 0; customer < shop.customers(); customer++) {
            assertThat(EventsFixtures.scores(read, shop.history(customer)))
                    .isEqualTo(EventsFixtures.scores(model, shop.history(customer)));
        }
    }

    @Test
    void foreignOrDamagedBytesAreRefused() throws IOException {
        byte[] bytes = written();
        byte[] foreign = bytes.clone();
        foreign[0] ^= 1;
        byte[] neighbourOutOfRange = bytes.clone();
        neighbourOutOfRange[bytes.length - 8] = 127;

        assertThatThrownBy(() -> read(foreign))
                .isInstanceOf(StreamCorruptedException.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> read(neighbourOutOfRange))
                .isInstanceOf(StreamCorruptedException.class)
                .hasMessageContaining("unknown");
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length / 2))).isInstanceOf(EOFException.class);
    }

    private byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ItemToItemFormat.write(model, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static ItemToItem read(byte[] bytes) throws IOException {
        return ItemToItemFormat.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
