/** Benchmarks of customer-service's segments. */
@NullMarked
package io.smartcrm.bench.segment;

import org.jspecify.annotations.NullMarked;
