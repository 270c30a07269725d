package io.smartcrm.customer.supportcase;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.util.List;

/**
 * What people set of a case.
 *
 * @param channel how it came in, at most 40 characters
 * @param subject at most 300 characters
 * @param tags at most 20 of 1 to 50 characters, each once
 * @param assignee user name of the agent, at most 100 characters; empty while nobody has it
 * @param satisfaction 1 to 5; 0 when not rated
 */
record CaseParts(
        CaseStatus status,
        CasePriority priority,
        String channel,
        String subject,
        List<String> tags,
        String assignee,
        int satisfaction) {
    private static final int MAX_TAGS = 20;
    private static final int BEST = 5;

    /** @throws Failure INVALID when a part breaks its limits */
    CaseParts {
        requireNonNull(status, "status is null");
        requireNonNull(priority, "priority is null");
        channel = CaseText.line("channel", channel, 0, 40);
        subject = CaseText.line("subject", subject, 0, 300);
        assignee = CaseText.line("assignee", assignee, 0, 100);
        tags = tags.stream()
                .map(tag -> CaseText.line("tags", tag, 1, 50))
                .distinct()
                .sorted()
                .toList();
        if (tags.size() > MAX_TAGS) {
            throw Failure.invalid("tags", tags.size() + " are too many; at most " + MAX_TAGS);
        }
        if (satisfaction < 0 || satisfaction > BEST) {
            throw Failure.invalid("satisfaction", satisfaction + " is not 1 to " + BEST);
        }
    }

    CaseParts with(CaseStatus next, int rating) {
        return new CaseParts(next, priority, channel, subject, tags, assignee, rating);
    }

    CaseParts withSubject(String opened) {
        return new CaseParts(status, priority, channel, opened, tags, assignee, satisfaction);
    }

    /**
     * These parts with one of the others.
     *
     * @throws Failure INVALID when the path names none, UNPROCESSABLE when the status cannot follow
     */
    CaseParts with(String path, CaseParts other) {
        return switch (path) {
            case "status" -> move(other.status);
            case "priority" -> new CaseParts(status, other.priority, channel, subject, tags, assignee, satisfaction);
            case "assignee" -> new CaseParts(status, priority, channel, subject, tags, other.assignee, satisfaction);
            case "tags" -> new CaseParts(status, priority, channel, subject, other.tags, assignee, satisfaction);
            case "subject" -> new CaseParts(status, priority, channel, other.subject, tags, assignee, satisfaction);
            case "satisfaction" -> with(status, other.satisfaction);
            default ->
                throw Failure.invalid(
                        "updateMask",
                        "'" + path
                                + "' cannot be changed; choose among status, priority, assignee, tags, subject, satisfaction");
        };
    }

    private CaseParts move(CaseStatus next) {
        if (next != status && !status.next().contains(next)) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "CASE_STATUS_IMPOSSIBLE",
                    "a case that is " + status + " cannot become " + next + "; next may be " + status.next());
        }
        return with(next, next.done() ? satisfaction : 0);
    }
}
