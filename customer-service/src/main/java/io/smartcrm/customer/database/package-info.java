/** Rows in and out of the database by the set, as arrays or by COPY; depends on nothing of this service. */
@NullMarked
package io.smartcrm.customer.database;

import org.jspecify.annotations.NullMarked;
