package io.smartcrm.recommend.collaborative;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** The binary form of a fitted {@link ItemKnn}, version 1, big endian: settings, then the neighbours of every item. */
public final class ItemKnnFormat {
    private static final int MAGIC = 0x494b4e31;

    private ItemKnnFormat() {}

    public static void write(ItemKnn model, DataOutput out) throws IOException {
        ItemKnnSettings settings = model.settings();
        SparseMatrix neighbours = model.neighbours();
        out.writeInt(MAGIC);
        out.writeUTF(settings.weighting().name());
        out.writeInt(settings.neighbours());
        out.writeDouble(settings.shrinkage());
        out.writeDouble(settings.modelDecay().halfLifeSeconds());
        out.writeDouble(settings.profileDecay().halfLifeSeconds());
        out.writeInt(settings.longestHistory());
        out.writeInt(neighbours.rows());
        out.writeInt(neighbours.entries());
        for (int row = 0; row < neighbours.rows(); row++) {
            out.writeInt(neighbours.end(row) - neighbours.start(row));
            for (int entry = neighbours.start(row); entry < neighbours.end(row); entry++) {
                out.writeInt(neighbours.column(entry));
                out.writeFloat(neighbours.value(entry));
            }
        }
    }

    /** @throws StreamCorruptedException when the bytes are not a model of this format */
    public static ItemKnn read(DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new StreamCorruptedException("not an item-knn model of version 1");
        }
        ItemKnnSettings settings = readSettings(in);
        int items = in.readInt();
        int entries = in.readInt();
        require(items >= 0 && entries >= 0 && entries <= (long) items * settings.neighbours(), "sizes are wrong");
        int[] starts = new int[items + 1];
        int[] neighbour = new int[entries];
        float[] likeness = new float[entries];
        for (int item = 0; item < items; item++) {
            int count = in.readInt();
            require(count >= 0 && count <= entries - starts[item], "neighbours of item " + item + " do not fit");
            starts[item + 1] = starts[item] + count;
            for (int entry = starts[item]; entry < starts[item + 1]; entry++) {
                neighbour[entry] = in.readInt();
                likeness[entry] = in.readFloat();
                require(neighbour[entry] >= 0 && neighbour[entry] < items, "neighbour of item " + item + " is unknown");
            }
        }
        require(starts[items] == entries, "neighbours are missing");
        return ItemKnn.of(settings, new SparseMatrix(items, starts, neighbour, likeness));
    }

    private static ItemKnnSettings readSettings(DataInput in) throws IOException {
        try {
            return new ItemKnnSettings(
                    Weighting.valueOf(in.readUTF()),
                    in.readInt(),
                    in.readDouble(),
                    new Decay(in.readDouble()),
                    new Decay(in.readDouble()),
                    in.readInt());
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("settings are wrong: " + e.getMessage());
        }
    }

    private static void require(boolean holds, String problem) throws StreamCorruptedException {
        if (!holds) {
            throw new StreamCorruptedException(problem);
        }
    }
}
