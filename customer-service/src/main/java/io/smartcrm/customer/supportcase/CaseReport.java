package io.smartcrm.customer.supportcase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What another system tells of a case that it keeps.
 *
 * @param system whose number it is
 * @param status name of a status; empty means NEW, or RESOLVED with a time
 * @param priority name of a priority; empty means NORMAL
 * @param satisfaction 1 to 5; 0 when not rated
 * @param text the customer's first words, heard when the case is new to us; empty when not told
 */
public record CaseReport(
        String system,
        String number,
        UUID customer,
        String status,
        String priority,
        String channel,
        String subject,
        List<String> tags,
        String assignee,
        Instant openTime,
        Optional<Instant> firstResponseTime,
        Optional<Instant> resolveTime,
        int satisfaction,
        String text) {
    private static final int MAX_TEXT = 10_000;

    /** @throws Failure INVALID when a part breaks its limits or does not fit the others */
    public CaseReport {
        requireNonNull(customer, "customer is null");
        openTime = openTime.truncatedTo(ChronoUnit.MICROS);
        firstResponseTime = firstResponseTime.map(time -> time.truncatedTo(ChronoUnit.MICROS));
        resolveTime = resolveTime.map(time -> time.truncatedTo(ChronoUnit.MICROS));
        tags = List.copyOf(tags);
        CaseText.line("number", number, 1, 100);
        text = CaseText.lines("text", text, 0, MAX_TEXT);
        CaseText.line("subject", subject, 1, 300);
        CaseText.line("channel", channel, 1, 40);
        checkOrder("firstResponseTime", openTime, firstResponseTime);
        checkOrder("resolveTime", openTime, resolveTime);
        boolean done = parts(status, priority, channel, subject, tags, assignee, resolveTime, satisfaction)
                .status()
                .done();
        if (done && resolveTime.isEmpty()) {
            throw Failure.invalid("resolveTime", "is missing for a case that is " + status);
        }
        if (satisfaction > 0 && !done) {
            throw Failure.invalid("satisfaction", "is given for a case that is not resolved");
        }
    }

    /** The same number is the same case, however often it is told. */
    CaseId id() {
        return new CaseId(UUID.nameUUIDFromBytes(("support-case/" + system + "/" + number).getBytes(UTF_8)));
    }

    /** The case as told, as a new version of the known one; that one itself when it is as told. */
    SupportCase tell(Optional<SupportCase> known, Instant now) {
        CaseParts parts = parts(status, priority, channel, subject, tags, assignee, resolveTime, satisfaction);
        var told = new SupportCase(
                id(),
                customer,
                parts,
                openTime,
                firstResponseTime,
                parts.status().done() ? resolveTime : Optional.empty(),
                known.map(SupportCase::updateTime).orElse(now.truncatedTo(ChronoUnit.MICROS)),
                known.map(SupportCase::messageCount).orElse(text.isEmpty() ? 0 : 1),
                known.map(SupportCase::version).orElse(1L));
        return known.isEmpty() || told.equals(known.get()) ? told : told.of(customer, now);
    }

    private static CaseParts parts(
            String status,
            String priority,
            String channel,
            String subject,
            List<String> tags,
            String assignee,
            Optional<Instant> resolveTime,
            int satisfaction) {
        CaseStatus given = status.isEmpty()
                ? resolveTime.isPresent() ? CaseStatus.RESOLVED : CaseStatus.NEW
                : named("status", CaseStatus.values(), status);
        CasePriority urgency =
                priority.isEmpty() ? CasePriority.NORMAL : named("priority", CasePriority.values(), priority);
        return new CaseParts(given, urgency, channel, subject, tags, assignee, satisfaction);
    }

    private static <E extends Enum<E>> E named(String field, E[] known, String name) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(field, "'" + name + "' is not one of " + Arrays.toString(known)));
    }

    private static void checkOrder(String field, Instant open, Optional<Instant> later) {
        if (later.isPresent() && later.get().isBefore(open)) {
            throw Failure.invalid(field, "is before the case was opened");
        }
    }
}
