/** Exact amounts and their one way into the minor units of a currency; depends on nothing of this service. */
@NullMarked
package io.smartcrm.customer.money;

import org.jspecify.annotations.NullMarked;
