package io.smartcrm.recommend.knowledge;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.recognition.Fact;
import io.smartcrm.recommend.recognition.Relation;

/** What a product has to do with an entity, as it is kept. */
record ProductFact(
        Product product,
        Relation relation,
        KnownEntity entity,
        double confidence,
        Fact.Evidence evidence,
        String words) {
    ProductFact {
        requireNonNull(product, "product is null");
        requireNonNull(relation, "relation is null");
        requireNonNull(entity, "entity is null");
        requireNonNull(evidence, "evidence is null");
        requireNonNull(words, "words is null");
    }

    /** @param number the small number that pages go by */
    record Product(int number, String id, String code, String name) {}
}
