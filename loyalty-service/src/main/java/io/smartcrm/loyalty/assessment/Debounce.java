package io.smartcrm.loyalty.assessment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when it is time to derive again: once changes pause, or after the longest wait while they stream. The wait
 * grows to ten times what the last derivation took, so that deriving takes at most a tenth of a streaming time.
 */
public final class Debounce {
    private static final int SPARING = 10;

    private final Duration quiet;
    private final Duration longestWait;
    private @Nullable Instant firstPending;
    private Instant lastMoved = Instant.MIN;
    private long lastChanges = -1;
    private Duration lastTook = Duration.ZERO;

    public Debounce(Duration quiet, Duration longestWait) {
        this.quiet = quiet;
        this.longestWait = longestWait;
    }

    /**
     * @param changes count of all changes so far
     * @param derived count of the changes that the results hold
     */
    public boolean due(long changes, long derived, Instant now) {
        if (changes == derived) {
            firstPending = null;
            return false;
        }
        if (firstPending == null) {
            firstPending = now;
        }
        if (changes != lastChanges) {
            lastChanges = changes;
            lastMoved = now;
        }
        return !now.isBefore(lastMoved.plus(quiet)) || !now.isBefore(firstPending.plus(patience()));
    }

    /** To be told after each derivation. */
    public void derived(Duration took) {
        lastTook = took;
        firstPending = null;
    }

    private Duration patience() {
        Duration sparing = lastTook.multipliedBy(SPARING);
        return sparing.compareTo(longestWait) > 0 ? sparing : longestWait;
    }
}
