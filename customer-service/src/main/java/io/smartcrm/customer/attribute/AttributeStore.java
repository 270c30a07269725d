package io.smartcrm.customer.attribute;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Definitions in the database, within the caller's session. */
@ApplicationScoped
class AttributeStore implements PanacheRepositoryBase<AttributeRow, String> {
    private static final String HELD_BY = """
        select count(*) from (select from customer where jsonb_exists(attributes, ?1) limit 1) as held\
        """;

    Uni<AttributeRow> lock(String name) {
        return findById(name, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("attribute", name));
    }

    Uni<List<AttributeDefinition>> all() {
        return list("order by name")
                .map(rows -> rows.stream().map(AttributeRow::toDomain).toList());
    }

    Uni<Boolean> isHeld(String name) {
        return getSession()
                .chain(session -> session.createNativeQuery(HELD_BY, Long.class)
                        .setParameter(1, name)
                        .getSingleResult())
                .map(count -> count > 0);
    }
}
