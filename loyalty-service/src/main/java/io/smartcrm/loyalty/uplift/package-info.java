/** What difference something made between two groups: Uplift -> Proportions, Means, StudentT; pure, depends on java.* only. */
@NullMarked
package io.smartcrm.loyalty.uplift;

import org.jspecify.annotations.NullMarked;
