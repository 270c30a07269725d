/**
 * What to offer to whom, and why.
 *
 * <p>{@code RecommendationGrpc -> Recommendations -> Candidates}, from {@code training}, {@code feedback} and {@code catalog}.
 */
@NullMarked
package io.smartcrm.recommend.recommendation;

import org.jspecify.annotations.NullMarked;
