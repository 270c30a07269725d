package io.smartcrm.customer.supportcase;

/** Who speaks in a message of a case. */
enum CaseAuthor {
    CUSTOMER,
    AGENT,
    /** An agent to other agents. */
    NOTE
}
