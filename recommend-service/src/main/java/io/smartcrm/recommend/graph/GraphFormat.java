package io.smartcrm.recommend.graph;

import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Relation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The binary form of a {@link GraphWalk} of the usual settings, version 1, big endian. */
public final class GraphFormat {
    private static final int MAGIC = 0x47573031;

    private GraphFormat() {}

    public static void write(GraphWalk walk, DataOutput out) throws IOException {
        ItemEntities graph = walk.graph();
        out.writeInt(MAGIC);
        out.writeInt(graph.items());
        for (Relation relation : Relation.values()) {
            out.writeDouble(walk.weights().of(relation));
        }
        out.writeInt(graph.entities().size());
        for (Entity entity : graph.entities()) {
            out.writeUTF(entity.type().name());
            out.writeUTF(entity.name());
        }
        out.writeInt(graph.links());
        for (int item = 0; item < graph.items(); item++) {
            for (int link = graph.start(item); link < graph.end(item); link++) {
                out.writeInt(item);
                out.writeInt(graph.entity(link));
                out.writeByte(graph.relation(link).code());
                out.writeFloat(graph.confidence(link));
            }
        }
        out.writeInt(graph.companions().size());
        for (Companion companion : graph.companions()) {
            out.writeInt(companion.entity());
            out.writeInt(companion.other());
            out.writeFloat(companion.lift());
        }
    }

    /**
     * @param most no list can be longer
     * @throws IOException when the bytes are not a graph of this format
     */
    public static GraphWalk read(DataInput in, long most) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new StreamCorruptedException("not a graph of version 1");
        }
        int items = count(in, most);
        Map<Relation, Double> weights = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            weights.put(relation, in.readDouble());
        }
        List<Entity> entities = new ArrayList<>();
        for (int left = count(in, most); left > 0; left--) {
            entities.add(new Entity(EntityType.valueOf(in.readUTF()), in.readUTF()));
        }
        List<Link> links = new ArrayList<>();
        for (int left = count(in, most); left > 0; left--) {
            links.add(new Link(in.readInt(), in.readInt(), Relation.of(in.readByte()), in.readFloat()));
        }
        List<Companion> companions = new ArrayList<>();
        for (int left = count(in, most); left > 0; left--) {
            companions.add(new Companion(in.readInt(), in.readInt(), in.readFloat()));
        }
        return GraphWalk.of(
                ItemEntities.of(items, entities, links, companions), new RelationWeights(weights), WalkSettings.USUAL);
    }

    private static int count(DataInput in, long most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new StreamCorruptedException("a number of entries is wrong: " + count);
        }
        return count;
    }
}
