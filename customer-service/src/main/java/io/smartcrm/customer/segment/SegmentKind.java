package io.smartcrm.customer.segment;

/** Whether a segment follows its customers. */
public enum SegmentKind {
    LIVE,
    STATIC
}
