package io.smartcrm.customer.attribute;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Keeps the definitions of attributes. */
@ApplicationScoped
public class Attributes {
    private static final int MAX_DEFINITIONS = 200;
    private static final int MAX_INDEXED = 20;

    private final AttributeStore store;
    private final Clock clock = Clock.systemUTC();

    Attributes(AttributeStore store) {
        this.store = store;
    }

    /** All definitions, within the caller's session. */
    @WithSession
    public Uni<AttributeSchema> schema() {
        return store.all().map(AttributeSchema::new);
    }

    Clock clock() {
        return clock;
    }

    @WithTransaction
    Uni<AttributeDefinition> create(AttributeDefinition wanted) {
        return store.all().chain(all -> {
            if (all.stream().anyMatch(known -> known.name().equals(wanted.name()))) {
                throw new Failure(
                        Failure.Kind.CONFLICT, "ATTRIBUTE_EXISTS", "attribute '" + wanted.name() + "' exists already");
            }
            if (all.size() >= MAX_DEFINITIONS) {
                throw tooMany(MAX_DEFINITIONS + " attributes exist; delete one first");
            }
            checkIndexed(all, wanted);
            return store.persistAndFlush(AttributeRow.of(wanted)).replaceWith(wanted);
        });
    }

    @WithSession
    Uni<AttributeDefinition> get(String name) {
        return store.findById(name)
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("attribute", name))
                .map(AttributeRow::toDomain);
    }

    @WithSession
    Uni<List<AttributeDefinition>> list() {
        return store.all();
    }

    @WithTransaction
    Uni<AttributeDefinition> update(String etag, Set<String> fields, AttributeDefinition newParts) {
        return store.all()
                .chain(all -> store.lock(newParts.name()).map(row -> {
                    AttributeDefinition current = row.toDomain();
                    checkEtag(current, etag);
                    AttributeDefinition changed = current.update(fields, newParts, clock.instant());
                    checkIndexed(all, changed);
                    row.replaceWith(changed);
                    return changed;
                }));
    }

    @WithTransaction
    Uni<Void> delete(String name, String etag) {
        return store.lock(name).chain(row -> {
            checkEtag(row.toDomain(), etag);
            return store.isHeld(name).chain(held -> {
                if (held) {
                    throw new Failure(
                            Failure.Kind.UNPROCESSABLE,
                            "ATTRIBUTE_IN_USE",
                            "customers have a value of '" + name + "'; remove those first");
                }
                return store.delete(row);
            });
        });
    }

    private static void checkEtag(AttributeDefinition current, String etag) {
        if (etag.isEmpty()) {
            throw Failure.invalid("etag", "is missing; read the attribute and send back the etag you got");
        }
        if (!etag.equals(current.etag())) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "ATTRIBUTE_CHANGED",
                    "attribute '" + current.name() + "' has changed since you read etag '" + etag + "'; read it again");
        }
    }

    private static void checkIndexed(List<AttributeDefinition> all, AttributeDefinition wanted) {
        long others = all.stream()
                .filter(known -> known.indexed() && !known.name().equals(wanted.name()))
                .count();
        if (wanted.indexed() && others >= MAX_INDEXED) {
            throw tooMany(MAX_INDEXED + " attributes are indexed; make one of them not indexed first");
        }
    }

    private static Failure tooMany(String message) {
        return new Failure(Failure.Kind.UNPROCESSABLE, "TOO_MANY_ATTRIBUTES", message);
    }
}
