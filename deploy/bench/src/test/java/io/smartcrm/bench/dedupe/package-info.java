/** Tests of the search for duplicates on simulated people. */
@NullMarked
package io.smartcrm.bench.dedupe;

import org.jspecify.annotations.NullMarked;
