/**
 * What items are, from what is written about them: words, their weights and the likeness of texts.
 *
 * <p>{@code Words -> TextLikeness} (a Recommender by {@code ItemToItem}), over {@code collaborative}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.content;

import org.jspecify.annotations.NullMarked;
