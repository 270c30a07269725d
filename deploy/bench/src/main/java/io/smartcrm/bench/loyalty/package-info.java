/** Benchmarks of loyalty-service: customer value, RFM scores and the points ledger. */
@NullMarked
package io.smartcrm.bench.loyalty;

import org.jspecify.annotations.NullMarked;
