/**
 * What the texts of the catalogue tell: groups of products that read alike, and categories for products without one.
 *
 * <p>{@code CatalogueInsightGrpc -> CatalogueInsights -> content}, from {@code catalog}.
 */
@NullMarked
package io.smartcrm.recommend.insight;

import org.jspecify.annotations.NullMarked;
