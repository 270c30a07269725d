package io.smartcrm.loyalty.permission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What was told of a customer's word on one purpose and channel.
 *
 * @param wordsTakenBack whether what was known no longer counts, even if it is newer
 * @param agreement what counts now; empty when nothing is known any more
 */
record ConsentNews(Agreement.Subject subject, boolean wordsTakenBack, Optional<Agreement> agreement) {
    ConsentNews {
        requireNonNull(subject, "subject is null");
        requireNonNull(agreement, "agreement is null");
    }
}
