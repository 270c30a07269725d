package io.smartcrm.wire;

/** Names of the Kafka topics; {@code deploy/base/topics.yaml} says how each is kept. */
public final class Topics {
    /** {@code CustomerEvent}, key = customer id, compacted. */
    public static final String CUSTOMERS = "smartcrm.customer.customer.v1";
    /** {@code ProductEvent}, key = product id, compacted. */
    public static final String PRODUCTS = "smartcrm.customer.product.v1";
    /** {@code OrderEvent}, key = customer id, or order id for a guest. */
    public static final String ORDERS = "smartcrm.customer.order.v1";
    /** {@code InteractionEvent}, key = customer id, or anonymous id while the customer is unknown. */
    public static final String INTERACTIONS = "smartcrm.customer.interaction.v1";
    /** {@code ConsentEvent}, key = customer id. */
    public static final String CONSENTS = "smartcrm.customer.consent.v1";
    /** {@code PrivacyEvent}, key = customer id, compacted. */
    public static final String LIMITS = "smartcrm.customer.privacy.v1";
    /** {@code ErasureEvent}, key = customer id: who must be forgotten. */
    public static final String ERASURES = "smartcrm.customer.erasure.v1";
    /** {@code ErasureAnswerEvent}, key = customer id: which service has forgotten. */
    public static final String ERASURE_ANSWERS = "smartcrm.ops.erasure.v1";
    /** {@code AuditEvent}: anchors of the audit log. */
    public static final String AUDIT_ANCHORS = "smartcrm.customer.audit.v1";

    /** {@code SegmentEvent}, key = customer id. */
    public static final String SEGMENTS = "smartcrm.customer.segment.v1";
    /** {@code SupportCaseEvent}, key = customer id. */
    public static final String SUPPORT_CASES = "smartcrm.customer.case.v1";

    /** {@code LifecycleEvent}, key = customer id. */
    public static final String LIFECYCLES = "smartcrm.loyalty.lifecycle.v1";
    /** {@code StrategyActionEvent}, key = customer id. */
    public static final String STRATEGY_ACTIONS = "smartcrm.loyalty.action.v1";

    /** {@code ContactEvent}, key = customer id. */
    public static final String CONTACTS = "smartcrm.customer.contact.v1";

    private Topics() {}

    /** Where a consumer group puts the records of a topic that it cannot read. */
    public static String deadLetters(String topic, String group) {
        return topic + ".dlq." + group;
    }
}
