package io.smartcrm.customer.contact;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;

/**
 * A letter to a customer.
 *
 * @param id the action's that ordered it
 * @param purpose that the customer must have agreed to; empty for service
 * @param html empty for plain text alone
 * @param facts what is put in, by its name; the customer's name is added when it is sent
 * @param attempts with the one under way
 */
record Letter(
        UUID id,
        UUID customer,
        String purpose,
        String subject,
        String body,
        String html,
        Map<String, String> facts,
        int attempts) {
    Letter {
        requireNonNull(id, "id is null");
        requireNonNull(customer, "customer is null");
        facts = Map.copyOf(facts);
    }

    /** How far it is. */
    enum State {
        DUE,
        SENT,
        FAILED,
        REFUSED
    }
}
