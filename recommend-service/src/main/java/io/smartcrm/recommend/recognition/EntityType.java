package io.smartcrm.recommend.recognition;

/** What kind of thing an entity is. */
public enum EntityType {
    BRAND(Relation.HAS_BRAND),
    COLOUR(Relation.HAS_COLOUR),
    MATERIAL(Relation.MADE_OF),
    SIZE(Relation.HAS_SIZE),
    STYLE(Relation.HAS_STYLE),
    /** What it is for: a feast, a room, something to do. */
    OCCASION(Relation.USED_FOR),
    /** What it is. */
    CATEGORY(Relation.IS_A);

    private final Relation relation;

    EntityType(Relation relation) {
        this.relation = relation;
    }

    /** What a product has to do with an entity that its text names, unless the words around say something else. */
    public Relation relation() {
        return relation;
    }
}
