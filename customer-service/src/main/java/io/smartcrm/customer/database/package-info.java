/** Work in the database on worker threads, a transaction at a time, and each command once; depends on nothing of this service. */
@NullMarked
package io.smartcrm.customer.database;

import org.jspecify.annotations.NullMarked;
