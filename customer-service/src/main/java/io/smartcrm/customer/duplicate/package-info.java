/** Who of the customers may be one: DuplicateGrpc -> Duplicates -> DuplicateTable, and DuplicateSearch -> matching and merging in the background. */
@NullMarked
package io.smartcrm.customer.duplicate;

import org.jspecify.annotations.NullMarked;
