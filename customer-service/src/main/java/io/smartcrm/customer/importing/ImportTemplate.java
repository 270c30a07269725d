package io.smartcrm.customer.importing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A mapping that is kept under a name.
 *
 * @param name 1 to 64 letters, digits, dots, dashes or underscores
 */
record ImportTemplate(String name, ColumnMapping mapping, Instant createTime, Instant updateTime, long version) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    ImportTemplate {
        requireNonNull(mapping, "mapping is null");
        if (!NAME.matcher(name).matches()) {
            throw Failure.invalid("template.name", "must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
    }

    String etag() {
        return Long.toString(version);
    }

    /** @throws Failure INVALID without an etag, STALE when it is not the last one */
    void require(String etag) {
        if (etag.isEmpty()) {
            throw Failure.invalid("etag", "is missing; read the template and send back the etag you got");
        }
        if (!etag.equals(etag())) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "IMPORT_TEMPLATE_CHANGED",
                    "template '" + name + "' has changed since you read etag '" + etag + "'; read it again");
        }
    }
}
