package io.smartcrm.customer.segment;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * Customers of whom a condition is true.
 *
 * @param definition in the segment language, as it writes it
 * @param definitionVersion grows with every change of the definition
 * @param failure why the last evaluation failed, or empty
 * @param evaluateTime when all customers were last evaluated
 * @param followTime until when it is known whom time alone made enter or leave
 * @param version grows with every change that a person makes
 */
public record Segment(
        SegmentId id,
        Texts texts,
        SegmentKind kind,
        String definition,
        long definitionVersion,
        SegmentState state,
        String failure,
        long memberCount,
        Optional<Instant> evaluateTime,
        Optional<Instant> followTime,
        Instant createTime,
        Instant updateTime,
        long version) {
    public Segment {
        requireNonNull(id, "id is null");
        requireNonNull(texts, "texts is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(definition, "definition is null");
        requireNonNull(state, "state is null");
        requireNonNull(failure, "failure is null");
        requireNonNull(evaluateTime, "evaluateTime is null");
        requireNonNull(followTime, "followTime is null");
        requireNonNull(createTime, "createTime is null");
        requireNonNull(updateTime, "updateTime is null");
    }

    /** What people call it. */
    public record Texts(String name, String description) {
        private static final int MAX_NAME = 100;
        private static final int MAX_DESCRIPTION = 1000;

        /** @throws Failure INVALID when one is too long, or the name is empty */
        public Texts {
            if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw Failure.invalid("name", "must be 1 to " + MAX_NAME + " printable characters");
            }
            if (description.length() > MAX_DESCRIPTION || description.indexOf('\0') >= 0) {
                throw Failure.invalid("description", "must be at most " + MAX_DESCRIPTION + " characters");
            }
        }
    }

    static Segment create(Texts texts, SegmentKind kind, String definition, Instant now) {
        return new Segment(
                SegmentId.next(),
                texts,
                kind,
                definition,
                1,
                SegmentState.WAITING,
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                1);
    }

    /** Waits for its evaluation if the definition is another one. */
    Segment change(Texts newTexts, String newDefinition, Instant now) {
        if (newTexts.equals(texts) && newDefinition.equals(definition)) {
            return this;
        }
        boolean same = newDefinition.equals(definition);
        return new Segment(
                id,
                newTexts,
                kind,
                newDefinition,
                same ? definitionVersion : definitionVersion + 1,
                same ? state : SegmentState.WAITING,
                same ? failure : "",
                memberCount,
                evaluateTime,
                followTime,
                createTime,
                now,
                version + 1);
    }

    String etag() {
        return Long.toString(version);
    }

    /** @throws Failure STALE when the etag is not this version's */
    void require(String etag) {
        if (!etag.equals(etag())) {
            throw new Failure(
                    Failure.Kind.STALE, "STALE_ETAG", "segment '" + id + "' was changed meanwhile; read it again");
        }
    }
}
