/** How customers buy, computed as their facts change, and cohorts of them; touch -> set-based SQL -> tables -> edge. */
@NullMarked
package io.smartcrm.customer.analysis;

import org.jspecify.annotations.NullMarked;
