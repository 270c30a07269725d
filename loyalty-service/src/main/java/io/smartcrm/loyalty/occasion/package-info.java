/** What happened to customers and strategies decide on: OrderOccasionEvents -> OccasionTable. */
@NullMarked
package io.smartcrm.loyalty.occasion;

import org.jspecify.annotations.NullMarked;
