/**
 * What can be recommended, as product events tell it.
 *
 * <p>{@code ProductEvents -> ProductTable} writes, {@code Products -> ProductStore -> ProductRow} reads.
 */
@NullMarked
package io.smartcrm.recommend.catalog;

import org.jspecify.annotations.NullMarked;
