/** Whether duplicates are found, on simulated customers of whom the truth is known: DedupeQuality -> SimulatedPeople -> SimulatedName. */
@NullMarked
package io.smartcrm.bench.dedupe;

import org.jspecify.annotations.NullMarked;
