/** Tells features of whom something changed, and lets them work that off; the database's triggers -> queue -> followers. */
@NullMarked
package io.smartcrm.customer.touch;

import org.jspecify.annotations.NullMarked;
