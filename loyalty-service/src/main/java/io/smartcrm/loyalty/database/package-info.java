/** Work in the database on worker threads, a transaction at a time, and rows as arrays; depends on nothing of this service. */
@NullMarked
package io.smartcrm.loyalty.database;

import org.jspecify.annotations.NullMarked;
