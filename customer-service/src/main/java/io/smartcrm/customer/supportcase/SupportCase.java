package io.smartcrm.customer.supportcase;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer asked of the shop's service, and how it went.
 *
 * @param firstResponseTime when an agent answered first
 * @param resolveTime when it was resolved last; empty while it is not
 * @param version from 1, grows with every change
 */
record SupportCase(
        CaseId id,
        UUID customerId,
        CaseParts parts,
        Instant openTime,
        Optional<Instant> firstResponseTime,
        Optional<Instant> resolveTime,
        Instant updateTime,
        int messageCount,
        long version) {
    SupportCase {
        requireNonNull(id, "id is null");
        requireNonNull(customerId, "customerId is null");
        requireNonNull(parts, "parts is null");
        requireNonNull(openTime, "openTime is null");
        requireNonNull(firstResponseTime, "firstResponseTime is null");
        requireNonNull(resolveTime, "resolveTime is null");
        requireNonNull(updateTime, "updateTime is null");
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is not positive");
        }
    }

    /** @throws Failure INVALID without a subject or channel */
    static SupportCase open(UUID customerId, CaseParts parts, Instant now) {
        CaseText.line("subject", parts.subject(), 1, 300);
        CaseText.line("channel", parts.channel(), 1, 40);
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return new SupportCase(
                new CaseId(TimeOrderedId.next()),
                customerId,
                parts.with(CaseStatus.NEW, 0),
                time,
                Optional.empty(),
                Optional.empty(),
                time,
                0,
                1);
    }

    String etag() {
        return Long.toString(version);
    }

    /**
     * This case with the parts that the paths name; itself when they are as they were.
     *
     * @throws Failure INVALID without an etag, STALE when it is not the last one, UNPROCESSABLE when a step or a rating
     *     does not fit the status
     */
    SupportCase update(String etag, List<String> paths, CaseParts newParts, Instant now) {
        if (etag.isEmpty()) {
            throw Failure.invalid("etag", "is missing; read the case and send back the etag you got");
        }
        if (!etag.equals(etag())) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "STALE_ETAG",
                    "support case '" + id + "' was changed meanwhile; read it again and repeat the change");
        }
        if (paths.isEmpty()) {
            throw Failure.invalid("updateMask", "names no field; name those to change");
        }
        CaseParts next = parts;
        // The status first: a rating may come with the step that allows it.
        for (String path : paths.stream()
                .sorted((one, other) -> Boolean.compare(other.equals("status"), one.equals("status")))
                .toList()) {
            next = next.with(path, newParts);
        }
        if (paths.contains("satisfaction")) {
            checkRating(next);
        }
        if (paths.contains("subject")) {
            CaseText.line("subject", next.subject(), 1, 300);
        }
        return next.equals(parts) ? this : changed(next, firstResponseTime, messageCount, now);
    }

    private static void checkRating(CaseParts next) {
        if (next.satisfaction() == 0) {
            throw Failure.invalid("satisfaction", "0 is not 1 to 5");
        }
        if (!next.status().done()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "CASE_NOT_RESOLVED",
                    "a case is rated once it is resolved; this one is " + next.status());
        }
    }

    /** This case after a message: an agent's first is the first response, a customer's brings it back. */
    SupportCase receive(CaseAuthor author, Instant now) {
        CaseStatus status = parts.status();
        return switch (author) {
            case NOTE -> changed(parts, firstResponseTime, messageCount + 1, now);
            case AGENT ->
                changed(
                        status == CaseStatus.NEW ? parts.with(CaseStatus.OPEN, 0) : parts,
                        firstResponseTime.or(() -> Optional.of(now.truncatedTo(ChronoUnit.MICROS))),
                        messageCount + 1,
                        now);
            case CUSTOMER ->
                changed(
                        status.done()
                                ? parts.with(CaseStatus.REOPENED, 0)
                                : status == CaseStatus.PENDING ? parts.with(CaseStatus.OPEN, 0) : parts,
                        firstResponseTime,
                        messageCount + 1,
                        now);
        };
    }

    SupportCase of(UUID customer, Instant now) {
        return new SupportCase(
                id,
                customer,
                parts,
                openTime,
                firstResponseTime,
                resolveTime,
                now.truncatedTo(ChronoUnit.MICROS),
                messageCount,
                version + 1);
    }

    SupportCase withSubject(String subject) {
        return new SupportCase(
                id,
                customerId,
                parts.withSubject(subject),
                openTime,
                firstResponseTime,
                resolveTime,
                updateTime,
                messageCount,
                version);
    }

    private SupportCase changed(CaseParts next, Optional<Instant> responded, int messages, Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        Optional<Instant> resolved = next.status().done() ? resolveTime.or(() -> Optional.of(time)) : Optional.empty();
        return new SupportCase(id, customerId, next, openTime, responded, resolved, time, messages, version + 1);
    }
}
