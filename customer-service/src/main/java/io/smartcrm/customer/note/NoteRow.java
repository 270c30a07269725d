package io.smartcrm.customer.note;

import io.smartcrm.customer.vault.DataKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

@Entity
@Table(name = "customer_note")
class NoteRow {
    static final String FIELD = "note";

    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    String author;

    @Column(name = "text")
    byte[] sealed;

    @Column(name = "create_time")
    Instant createTime;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected NoteRow() {}

    private NoteRow(Note note, byte[] sealed) {
        id = note.id();
        customerId = note.customer();
        author = note.author();
        this.sealed = sealed;
        createTime = note.createTime();
    }

    static NoteRow of(Note note, DataKey key) {
        return new NoteRow(note, Objects.requireNonNull(key.seal(FIELD, note.text())));
    }

    Note toDomain(DataKey key) {
        return new Note(id, customerId, author, key.open(FIELD, sealed), createTime);
    }
}
