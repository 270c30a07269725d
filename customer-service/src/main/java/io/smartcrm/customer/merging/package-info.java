/** Two customers who turn out to be one, and one who turns out to be two: MergeGrpc -> Merging -> Survivorship and MergeTable, and what every feature holds. */
@NullMarked
package io.smartcrm.customer.merging;

import org.jspecify.annotations.NullMarked;
