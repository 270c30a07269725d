/**
 * How fast the running suite lists customers.
 *
 * <p>{@code CustomerList -> CustomerRows, ListedPages -> io.smartcrm.bench}
 */
@NullMarked
package io.smartcrm.bench.customer;

import org.jspecify.annotations.NullMarked;
