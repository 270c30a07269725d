package io.smartcrm.forecast.run;

/** Of what a series is. */
enum SeriesKind {
    TOTAL,
    CATEGORY,
    PRODUCT,
    COUNTRY,
    CHANNEL,
    SEGMENT
}
