/**
 * Recommenders that learn from who bought what: popularity and item-based collaborative filtering on primitive arrays.
 *
 * <p>{@code Events -> Interactions -> Popularity | ItemKnn (a Recommender) -> Ranking}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.collaborative;

import org.jspecify.annotations.NullMarked;
