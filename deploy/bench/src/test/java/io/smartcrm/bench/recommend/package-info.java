/** Tests of the recommender benchmark on files small enough to compute by hand. */
@NullMarked
package io.smartcrm.bench.recommend;

import org.jspecify.annotations.NullMarked;
