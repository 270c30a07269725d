/** Rows in and out of the database by the set, fields and pages of requests; depends on nothing of this service. */
@NullMarked
package io.smartcrm.loyalty.database;

import org.jspecify.annotations.NullMarked;
