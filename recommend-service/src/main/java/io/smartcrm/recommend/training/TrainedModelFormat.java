package io.smartcrm.recommend.training;

import io.smartcrm.recommend.collaborative.ItemKnn;
import io.smartcrm.recommend.collaborative.ItemKnnFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The binary form of a model, version 1: its parts one after another, deflated. */
final class TrainedModelFormat {
    private static final int MAGIC = 0x53435231;

    private TrainedModelFormat() {}

    static byte[] write(TrainedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED)))) {
            out.writeInt(MAGIC);
            out.writeLong(model.window().toSeconds());
            out.writeInt(model.items());
            for (int item = 0; item < model.items(); item++) {
                out.writeInt(model.product(item));
                out.writeInt(model.recentBuyers(item));
                out.writeInt(model.buyers(item));
            }
            ItemKnnFormat.write(model.likeness(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("a model could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not a model of this version */
    static TrainedModel read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != MAGIC) {
                throw new StreamCorruptedException("not a model of version 1");
            }
            Duration window = Duration.ofSeconds(in.readLong());
            int items = in.readInt();
            // A deflated byte gives at most about 1,030; a claim beyond it would only waste memory.
            if (items < 0 || items * 12L > bytes.length * 1_100L) {
                throw new StreamCorruptedException("the number of items is wrong: " + items);
            }
            int[] products = new int[items];
            int[] recentBuyers = new int[items];
            int[] buyers = new int[items];
            for (int item = 0; item < items; item++) {
                products[item] = in.readInt();
                recentBuyers[item] = in.readInt();
                buyers[item] = in.readInt();
            }
            ItemKnn likeness = ItemKnnFormat.read(in);
            return TrainedModel.of(products, likeness, recentBuyers, buyers, window);
        } catch (IllegalArgumentException e) {
            throw new IOException("the model does not fit together: " + e.getMessage(), e);
        }
    }
}
