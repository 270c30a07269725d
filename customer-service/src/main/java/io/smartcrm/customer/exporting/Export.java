package io.smartcrm.customer.exporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A list on its way into a file.
 *
 * @param list name of it
 * @param teams whose customers its owner might see when asking; empty when all
 * @param principal whose it is
 * @param expireTime when the file is deleted; empty before it is written
 * @param failure why it failed and what to do; empty otherwise
 */
record Export(
        UUID id,
        String list,
        Format format,
        boolean gzip,
        String filter,
        Optional<List<String>> teams,
        String principal,
        State state,
        long writtenRows,
        long totalBytes,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        Optional<Instant> expireTime,
        String failure) {
    Export {
        requireNonNull(id, "id is null");
        requireNonNull(list, "list is null");
        requireNonNull(format, "format is null");
        requireNonNull(state, "state is null");
        requireNonNull(createTime, "createTime is null");
        teams = teams.map(List::copyOf);
    }

    enum Format {
        CSV,
        NDJSON
    }

    enum State {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        EXPIRED;

        boolean ended() {
            return switch (this) {
                case WAITING, RUNNING -> false;
                case SUCCEEDED, FAILED, CANCELLED, EXPIRED -> true;
            };
        }
    }
}
