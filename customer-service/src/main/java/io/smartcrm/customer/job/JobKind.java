package io.smartcrm.customer.job;

/** What a job does; each kind has one {@link JobRunner}. */
public enum JobKind {
    CLEANING,
    CLEANING_UNDO,
    DUPLICATES,
    QUALITY_REPORT
}
