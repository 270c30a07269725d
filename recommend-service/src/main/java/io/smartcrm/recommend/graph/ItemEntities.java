package io.smartcrm.recommend.graph;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which items have to do with which entities: the links of an item lie next to each other (CSR), by ascending entity; 9
 * bytes a link. Immutable.
 */
public final class ItemEntities {
    private final List<Entity> entities;
    private final List<Companion> companions;
    private final int[] starts;
    private final int[] entity;
    private final byte[] relation;
    private final float[] confidence;

    private ItemEntities(int items, List<Entity> entities, List<Link> sorted, List<Companion> companions) {
        this.entities = entities;
        this.companions = companions;
        this.starts = new int[items + 1];
        this.entity = new int[sorted.size()];
        this.relation = new byte[sorted.size()];
        this.confidence = new float[sorted.size()];
        for (int at = 0; at < entity.length; at++) {
            Link link = sorted.get(at);
            starts[link.item() + 1]++;
            entity[at] = link.entity();
            relation[at] = (byte) link.relation().code();
            confidence[at] = link.confidence();
        }
        for (int item = 0; item < items; item++) {
            starts[item + 1] += starts[item];
        }
    }

    /**
     * @param items number of items; links and companions name items and entities by place
     * @param links in any order, one for each item, entity and relation
     */
    public static ItemEntities of(int items, List<Entity> entities, List<Link> links, List<Companion> companions) {
        requireNonNull(entities, "entities is null");
        for (Link link : links) {
            if (link.item() < 0 || link.item() >= items) {
                throw new IllegalArgumentException("item " + link.item() + " is not in [0, " + items + ")");
            }
            requireEntity(link.entity(), entities);
        }
        for (Companion companion : companions) {
            requireEntity(companion.entity(), entities);
            requireEntity(companion.other(), entities);
        }
        List<Link> sorted = new ArrayList<>(links);
        sorted.sort(Comparator.comparingInt(Link::item)
                .thenComparingInt(Link::entity)
                .thenComparing(Link::relation));
        return new ItemEntities(items, List.copyOf(entities), sorted, List.copyOf(companions));
    }

    private static void requireEntity(int entity, List<Entity> entities) {
        if (entity < 0 || entity >= entities.size()) {
            throw new IllegalArgumentException("entity " + entity + " is not in [0, " + entities.size() + ")");
        }
    }

    /** Items of which nothing is known. */
    public static ItemEntities none(int items) {
        return of(items, List.of(), List.of(), List.of());
    }

    public int items() {
        return starts.length - 1;
    }

    public List<Entity> entities() {
        return entities;
    }

    public List<Companion> companions() {
        return companions;
    }

    public int links() {
        return entity.length;
    }

    public int start(int item) {
        return starts[item];
    }

    public int end(int item) {
        return starts[item + 1];
    }

    public int entity(int link) {
        return entity[link];
    }

    public Relation relation(int link) {
        return Relation.of(relation[link]);
    }

    public float confidence(int link) {
        return confidence[link];
    }

    int[] starts() {
        return starts;
    }

    int[] columns() {
        return entity;
    }
}
