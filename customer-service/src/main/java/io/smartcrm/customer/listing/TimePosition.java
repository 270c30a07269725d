package io.smartcrm.customer.listing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a row stands in a list that is ordered by a time, and by id among equal times. */
public record TimePosition(Instant time, UUID id) {
    public TimePosition {
        requireNonNull(time, "time is null");
        requireNonNull(id, "id is null");
    }

    /**
     * Reads the position in a token.
     *
     * @param query what the token must have been made for, see {@link PageToken#encode}
     * @throws Failure INVALID when it is not ours or belongs to another query
     */
    public static TimePosition decode(String token, String query) {
        var keys = PageToken.decode(token, query, 2).keys();
        try {
            return new TimePosition(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException forged) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    /** As a token for the next page of the query. */
    public String encode(String query) {
        return PageToken.of(time.toString(), id.toString()).encode(query);
    }
}
