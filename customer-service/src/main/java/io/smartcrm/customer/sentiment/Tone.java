package io.smartcrm.customer.sentiment;

/** How somebody sounds. */
enum Tone {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
