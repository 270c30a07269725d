package io.smartcrm.customer.segment;

/** How far a segment has come. */
public enum SegmentState {
    /** Evaluated next. */
    WAITING,
    READY,
    FAILED,
    /** Gone for everybody, but its members have not left yet. */
    DELETED
}
