/** Tests of the protocols and metrics against lists small enough to compute by hand. */
@NullMarked
package io.smartcrm.recommend.evaluation;

import org.jspecify.annotations.NullMarked;
