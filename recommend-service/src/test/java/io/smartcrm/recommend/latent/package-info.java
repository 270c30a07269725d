/** Tests of the recommenders on matrices small enough to compute by hand, and on seeded random ones. */
@NullMarked
package io.smartcrm.recommend.latent;

import org.jspecify.annotations.NullMarked;
