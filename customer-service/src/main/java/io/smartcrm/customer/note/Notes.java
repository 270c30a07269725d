package io.smartcrm.customer.note;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Keeps notes on the customers of the caller's scope. */
@ApplicationScoped
class Notes {
    private final NoteStore store;
    private final CustomerScope scope;
    private final Clock clock = Clock.systemUTC();

    Notes(NoteStore store, CustomerScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @WithTransaction
    Uni<Note> write(UUID customer, String author, String text) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var note = new Note(TimeOrderedId.next(), customer, author, text, now);
        return seen(customer).chain(() -> store.insert(note));
    }

    @WithSession
    Uni<Page<Note>> list(UUID customer, int size, Optional<TimePosition> after) {
        return seen(customer).chain(() -> store.list(customer, size, after));
    }

    /** @param everyones whether the caller may delete what others wrote */
    @WithTransaction
    Uni<Void> delete(UUID customer, UUID id, String caller, boolean everyones) {
        return seen(customer).chain(() -> store.findById(id)).chain(row -> {
            if (row == null || !row.customerId.equals(customer)) {
                throw Failure.notFound("note", id.toString());
            }
            if (!everyones && !row.author.equals(caller)) {
                throw new Failure(
                        Failure.Kind.DENIED,
                        "NOTE_OF_ANOTHER",
                        "another wrote this note; its author or an admin deletes it");
            }
            return store.delete(row);
        });
    }

    private Uni<Void> seen(UUID customer) {
        return store.getSession().chain(session -> scope.check(session, customer));
    }
}
