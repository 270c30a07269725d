package io.smartcrm.customer.note;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Notes in the database, within the caller's session. */
@ApplicationScoped
class NoteStore implements PanacheRepositoryBase<NoteRow, UUID> {
    private static final String SELECT = "select id, customer_id, author, text, create_time from customer_note";

    private final Vault vault;

    NoteStore(Vault vault) {
        this.vault = vault;
    }

    Uni<Note> insert(Note note) {
        return getSession()
                .chain(session -> vault.key(session, note.customer()))
                .chain(key -> persistAndFlush(NoteRow.of(note, key)))
                .replaceWith(note);
    }

    Uni<Page<Note>> list(UUID customer, int size, Optional<TimePosition> after) {
        return getSession()
                .chain(session -> vault.key(session, customer)
                        .chain(key -> select(customer, size, after)
                                .run(session, NoteRow.class)
                                .map(found -> Page.of(found, size).map(row -> row.toDomain(key)))));
    }

    static KeysetSelect select(UUID customer, int size, Optional<TimePosition> after) {
        var select = new KeysetSelect(SELECT).where("customer_id = ?", customer);
        after.ifPresent(last -> select.where("(create_time, id) < (?, ?)", last.time(), last.id()));
        return select.page("create_time desc, id desc", size);
    }
}
