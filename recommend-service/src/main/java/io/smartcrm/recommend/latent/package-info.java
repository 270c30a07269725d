/**
 * Recommenders that learn a dense model of who chose what: implicit matrix factorisation and the shallow autoencoder.
 *
 * <p>{@code Als -> AlsTraining -> LeastSquares}, {@code Ease -> SymmetricInverse}, both {@code -> Vectors}, over {@code
 * collaborative}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.latent;

import org.jspecify.annotations.NullMarked;
