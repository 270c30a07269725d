/** Tests of the benchmarks of loyalty-service. */
@NullMarked
package io.smartcrm.bench.loyalty;

import org.jspecify.annotations.NullMarked;
