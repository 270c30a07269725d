package io.smartcrm.recommend.collaborative;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** The binary form of a fitted {@link ItemToItem}, version 2, big endian: what a choice counts, then the neighbours of every item. */
public final class ItemToItemFormat {
    private static final int MAGIC = 0x49324932;

    private ItemToItemFormat() {}

    public static void write(ItemToItem model, DataOutput out) throws IOException {
        Emphasis emphasis = model.emphasis();
        SparseMatrix neighbours = model.neighbours();
        out.writeInt(MAGIC);
        out.writeUTF(emphasis.weighting().name());
        out.writeDouble(emphasis.modelDecay().halfLifeSeconds());
        out.writeDouble(emphasis.profileDecay().halfLifeSeconds());
        out.writeInt(emphasis.longestHistory());
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
    public static ItemToItem read(DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new StreamCorruptedException("not an item-to-item model of version 2");
        }
        Emphasis emphasis = readEmphasis(in);
        int items = in.readInt();
        int entries = in.readInt();
        require(items >= 0 && entries >= 0 && entries <= (long) items * items, "sizes are wrong");
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
        return ItemToItem.of(emphasis, new SparseMatrix(items, starts, neighbour, likeness));
    }

    private static Emphasis readEmphasis(DataInput in) throws IOException {
        try {
            return new Emphasis(
                    Weighting.valueOf(in.readUTF()),
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
