package io.smartcrm.recommend.content;

import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;

/** The binary form of an {@link AttributeLikeness} with the recent emphasis, version 1, big endian: features, then rows. */
public final class AttributeLikenessFormat {
    private static final int MAGIC = 0x41544c31;

    private AttributeLikenessFormat() {}

    public static void write(AttributeLikeness model, DataOutput out) throws IOException {
        SparseMatrix rows = model.rows();
        out.writeInt(MAGIC);
        out.writeInt(model.features().size());
        for (Feature feature : model.features()) {
            out.writeUTF(feature.group().name());
            out.writeUTF(feature.name());
            out.writeUTF(feature.value());
        }
        out.writeInt(rows.rows());
        out.writeInt(rows.entries());
        for (int item = 0; item < rows.rows(); item++) {
            out.writeInt(rows.end(item));
        }
        for (int entry = 0; entry < rows.entries(); entry++) {
            out.writeInt(rows.column(entry));
            out.writeFloat(rows.value(entry));
        }
    }

    /**
     * @param most no list can be longer
     * @throws IOException when the bytes are not a model of this format
     */
    public static AttributeLikeness read(DataInput in, long most) throws IOException {
        require(in.readInt() == MAGIC, "not a likeness by attributes of version 1");
        int size = count(in, most);
        List<Feature> features = new ArrayList<>();
        for (int left = size; left > 0; left--) {
            features.add(new Feature(FeatureGroup.valueOf(in.readUTF()), in.readUTF(), in.readUTF()));
        }
        int[] starts = new int[count(in, most) + 1];
        int entries = count(in, most);
        for (int item = 1; item < starts.length; item++) {
            starts[item] = in.readInt();
            require(starts[item] >= starts[item - 1], "features of item " + (item - 1) + " end before they start");
        }
        require(starts[starts.length - 1] == entries, "features are missing");
        int[] column = new int[entries];
        float[] value = new float[entries];
        for (int entry = 0; entry < entries; entry++) {
            column[entry] = in.readInt();
            value[entry] = in.readFloat();
            require(column[entry] >= 0 && column[entry] < size, "a feature is unknown");
            require(value[entry] >= 0 && value[entry] <= 1, "a weight is not 0 to 1");
        }
        return AttributeLikeness.of(Emphasis.RECENT, features, new SparseMatrix(size, starts, column, value));
    }

    private static int count(DataInput in, long most) throws IOException {
        int count = in.readInt();
        require(count >= 0 && count <= most, "a number of entries is wrong: " + count);
        return count;
    }

    private static void require(boolean holds, String problem) throws StreamCorruptedException {
        if (!holds) {
            throw new StreamCorruptedException(problem);
        }
    }
}
