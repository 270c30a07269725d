package io.smartcrm.customer.consent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.regex.Pattern;

/**
 * A purpose or a channel that consent can be given for.
 *
 * @param name lower case, as segments name it: {@code consent.marketing}
 * @param active false: no new consent is recorded for it
 * @param version from 1, grows with every write
 */
record ConsentTerm(Kind kind, String name, String title, String description, boolean active, long version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 2_000;

    /** What it names. */
    enum Kind {
        PURPOSE,
        CHANNEL
    }

    ConsentTerm {
        requireNonNull(kind, "kind is null");
        if (!NAME.matcher(name).matches()) {
            throw Failure.invalid(
                    "term.name",
                    "'" + name + "' is not a lower-case word of at most 40 letters, digits and underscores");
        }
        if (title.length() > MAX_TITLE) {
            throw Failure.invalid("term.title", "is longer than " + MAX_TITLE + " characters");
        }
        if (description.length() > MAX_DESCRIPTION) {
            throw Failure.invalid("term.description", "is longer than " + MAX_DESCRIPTION + " characters");
        }
    }

    String etag() {
        return Long.toString(version);
    }
}
