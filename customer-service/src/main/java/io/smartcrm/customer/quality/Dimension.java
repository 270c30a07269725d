package io.smartcrm.customer.quality;

/** In which way data is good. */
enum Dimension {
    /** Is there. */
    COMPLETENESS,
    /** Is of the form it should have. */
    VALIDITY,
    /** Is nobody else's. */
    UNIQUENESS,
    /** Does not contradict what else is known. */
    CONSISTENCY,
    /** Was told or confirmed within a year. */
    TIMELINESS
}
