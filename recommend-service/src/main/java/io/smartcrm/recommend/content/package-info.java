/**
 * What items are, from what is written about them: words, their weights and the likeness of texts; and from what their
 * records say: features, their weights and the likeness of attributes and prices.
 *
 * <p>{@code Words -> TextLikeness} (a Recommender by {@code ItemToItem}), {@code ItemRecord -> FeatureRows ->
 * AttributeLikeness}, over {@code collaborative}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.content;

import org.jspecify.annotations.NullMarked;
