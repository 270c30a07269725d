package io.smartcrm.customer.supportcase;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A part of the conversation.
 *
 * @param number from 1
 * @param writtenBy user name of who wrote it down
 * @param text 1 to 10,000 characters
 */
record CaseMessage(int number, CaseAuthor author, String writtenBy, String text, Instant sendTime) {
    CaseMessage {
        requireNonNull(author, "author is null");
        requireNonNull(writtenBy, "writtenBy is null");
        text = CaseText.lines("text", text, 1, 10_000);
        requireNonNull(sendTime, "sendTime is null");
    }
}
