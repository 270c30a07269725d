package io.smartcrm.customer.consent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer said of one purpose on one channel, with its proof.
 *
 * @param expireTime a granted consent ends then; empty: it stands until it is withdrawn
 * @param source where it was said, 1 to 100 characters
 * @param textVersion of the text that was shown, at most 100 characters
 * @param evidence the name of the form or recording in the system that keeps it, at most 200 characters
 * @param recordTime when we learned of it
 */
public record ConsentWord(
        UUID customerId,
        String purpose,
        String channel,
        State state,
        Instant effectiveTime,
        Optional<Instant> expireTime,
        String source,
        String textVersion,
        String evidence,
        Instant recordTime) {
    private static final int MAX_SHORT = 100;
    private static final int MAX_EVIDENCE = 200;

    /** What was said. */
    public enum State {
        GRANTED,
        WITHDRAWN
    }

    public ConsentWord {
        requireNonNull(customerId, "customerId is null");
        requireNonNull(state, "state is null");
        effectiveTime = effectiveTime.truncatedTo(ChronoUnit.MICROS);
        expireTime = expireTime.map(time -> time.truncatedTo(ChronoUnit.MICROS));
        recordTime = recordTime.truncatedTo(ChronoUnit.MICROS);
        requireText("consent.purpose", purpose, 1, 40);
        requireText("consent.channel", channel, 1, 40);
        requireText("consent.source", source, 1, MAX_SHORT);
        requireText("consent.textVersion", textVersion, 0, MAX_SHORT);
        requireText("consent.evidence", evidence, 0, MAX_EVIDENCE);
        if (effectiveTime.isAfter(recordTime.plus(1, ChronoUnit.HOURS))) {
            throw Failure.invalid("consent.effectiveTime", effectiveTime + " is in the future");
        }
        if (expireTime.isPresent() && state == State.WITHDRAWN) {
            throw Failure.invalid("consent.expireTime", "a withdrawal does not expire; leave it out");
        }
        if (expireTime.isPresent() && !expireTime.get().isAfter(effectiveTime)) {
            throw Failure.invalid("consent.expireTime", "is not after effectiveTime " + effectiveTime);
        }
    }

    /** Whether it allows the purpose at that time. */
    public boolean allows(Instant now) {
        return state == State.GRANTED && !expired(now);
    }

    boolean expired(Instant now) {
        return state == State.GRANTED
                && expireTime.isPresent()
                && !expireTime.get().isAfter(now);
    }

    private static void requireText(String field, String text, int shortest, int longest) {
        if (text.length() < shortest || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "is not " + shortest + " to " + longest + " printable characters long");
        }
    }
}
