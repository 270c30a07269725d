package io.smartcrm.recommend.training;

import io.smartcrm.recommend.basket.Baskets;
import io.smartcrm.recommend.collaborative.ItemToItem;
import io.smartcrm.recommend.collaborative.ItemToItemFormat;
import io.smartcrm.recommend.collaborative.Popularity;
import io.smartcrm.recommend.content.AttributeLikeness;
import io.smartcrm.recommend.content.AttributeLikenessFormat;
import io.smartcrm.recommend.graph.GraphFormat;
import io.smartcrm.recommend.graph.GraphWalk;
import io.smartcrm.recommend.habit.BuyAgain;
import io.smartcrm.recommend.habit.BuyAgainSettings;
import io.smartcrm.recommend.habit.Trends;
import io.smartcrm.recommend.latent.Als;
import io.smartcrm.recommend.latent.AlsSettings;
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

/** The binary form of a model, version 4: its parts one after another, deflated. Version 3 had no attributes at the end. */
final class TrainedModelFormat {
    private static final int MAGIC = 0x53435234;
    private static final int WITHOUT_ATTRIBUTES = 0x53435233;

    private TrainedModelFormat() {}

    static byte[] write(TrainedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED)))) {
            out.writeInt(MAGIC);
            write(model.parts(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("a model could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(TrainedModel.Parts parts, DataOutputStream out) throws IOException {
        ModelSize size = parts.size();
        out.writeInt(size.neighbours());
        out.writeInt(size.factors());
        out.writeInt(size.baskets());
        out.writeLong(size.window().toSeconds());
        out.writeLong(parts.trends().asOf());
        out.writeInt(parts.products().length);
        for (int item = 0; item < parts.products().length; item++) {
            out.writeInt(parts.products()[item]);
            out.writeInt(parts.recentBuyers()[item]);
            out.writeInt(parts.buyers()[item]);
            out.writeFloat(parts.popularity().of(item));
            out.writeInt(parts.trends().recent(item));
            out.writeFloat(parts.trends().expected(item));
            out.writeLong(parts.trends().first(item));
            out.writeFloat(parts.habits().repeats(item));
            for (float factor : parts.taste().factors()[item]) {
                out.writeFloat(factor);
            }
        }
        ItemToItemFormat.write(parts.likeness(), out);
        ItemToItemFormat.write(parts.content(), out);
        write(parts.baskets(), out);
        GraphFormat.write(parts.knowledge(), out);
        AttributeLikenessFormat.write(parts.attributes(), out);
    }

    private static void write(Baskets baskets, DataOutputStream out) throws IOException {
        out.writeInt(baskets.size());
        out.writeInt(baskets.entries());
        for (int basket = 0; basket < baskets.size(); basket++) {
            out.writeLong(baskets.time(basket));
            out.writeInt(baskets.end(basket));
        }
        for (int entry = 0; entry < baskets.entries(); entry++) {
            out.writeInt(baskets.item(entry));
        }
    }

    /** @throws IOException when the bytes are not a model of this version */
    static TrainedModel read(byte[] bytes) throws IOException {
        // A deflated byte gives at most about 1,030; a claim beyond it would only waste memory.
        long most = bytes.length * 1_100L;
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int magic = in.readInt();
            if (magic != MAGIC && magic != WITHOUT_ATTRIBUTES) {
                throw new StreamCorruptedException("not a model of version 3 or 4");
            }
            return TrainedModel.of(read(in, most, magic == MAGIC));
        } catch (IllegalArgumentException e) {
            throw new IOException("the model does not fit together: " + e.getMessage(), e);
        }
    }

    private static TrainedModel.Parts read(DataInputStream in, long most, boolean withAttributes) throws IOException {
        ModelSize size = new ModelSize(in.readInt(), in.readInt(), in.readInt(), Duration.ofSeconds(in.readLong()));
        AlsSettings settings = AlsSettings.RECENT.withFactors(size.factors());
        long asOf = in.readLong();
        int items = count(in, most, 36 + 4L * size.factors());
        int[] products = new int[items];
        int[] recentBuyers = new int[items];
        int[] buyers = new int[items];
        float[] popularity = new float[items];
        int[] recent = new int[items];
        float[] expected = new float[items];
        long[] first = new long[items];
        float[] repeats = new float[items];
        float[][] factors = new float[items][size.factors()];
        for (int item = 0; item < items; item++) {
            products[item] = in.readInt();
            recentBuyers[item] = in.readInt();
            buyers[item] = in.readInt();
            popularity[item] = in.readFloat();
            recent[item] = in.readInt();
            expected[item] = in.readFloat();
            first[item] = in.readLong();
            repeats[item] = in.readFloat();
            for (int factor = 0; factor < factors[item].length; factor++) {
                factors[item][factor] = in.readFloat();
            }
        }
        ItemToItem likeness = ItemToItemFormat.read(in);
        ItemToItem content = ItemToItemFormat.read(in);
        Baskets baskets = readBaskets(in, items, most);
        GraphWalk knowledge = GraphFormat.read(in, most);
        return new TrainedModel.Parts(
                products,
                likeness,
                content,
                Als.of(settings, factors),
                Popularity.of(popularity),
                recentBuyers,
                buyers,
                Trends.of(recent, expected, first, asOf),
                BuyAgain.of(BuyAgainSettings.FADING, repeats),
                baskets,
                knowledge,
                withAttributes ? AttributeLikenessFormat.read(in, most) : AttributeLikeness.none(items),
                size);
    }

    private static Baskets readBaskets(DataInputStream in, int items, long most) throws IOException {
        int baskets = count(in, most, 12);
        int entries = count(in, most, 4);
        int[] starts = new int[baskets + 1];
        long[] time = new long[baskets];
        for (int basket = 0; basket < baskets; basket++) {
            time[basket] = in.readLong();
            starts[basket + 1] = in.readInt();
            if (starts[basket + 1] < starts[basket]) {
                throw new StreamCorruptedException("a basket ends before it starts");
            }
        }
        int[] item = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            item[entry] = in.readInt();
        }
        return Baskets.of(items, starts, item, time);
    }

    private static int count(DataInputStream in, long most, long bytesEach) throws IOException {
        int count = in.readInt();
        if (count < 0 || count * bytesEach > most) {
            throw new StreamCorruptedException("a number of entries is wrong: " + count);
        }
        return count;
    }
}
