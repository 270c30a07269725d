package io.smartcrm.customer.note;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody wrote down about a customer.
 *
 * @param author the caller who wrote it
 * @param text 1 to 10,000 characters
 */
public record Note(UUID id, UUID customer, String author, String text, Instant createTime) {
    private static final int LONGEST = 10_000;

    public Note {
        requireNonNull(id, "id is null");
        requireNonNull(customer, "customer is null");
        requireNonNull(author, "author is null");
        requireNonNull(createTime, "createTime is null");
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > LONGEST) {
            throw Failure.invalid("text", "is " + length + " characters long, not 1 to " + LONGEST);
        }
        if (text.chars().anyMatch(character -> Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0)) {
            throw Failure.invalid("text", "holds a control character");
        }
    }
}
