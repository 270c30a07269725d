/** What strategies achieved: Results -> ResultTable, uplift. */
@NullMarked
package io.smartcrm.loyalty.result;

import org.jspecify.annotations.NullMarked;
