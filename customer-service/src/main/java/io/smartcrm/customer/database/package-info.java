/** Work in the database on worker threads, a transaction at a time, each command once, and rows by COPY; depends on nothing of this service. */
@NullMarked
package io.smartcrm.customer.database;

import org.jspecify.annotations.NullMarked;
