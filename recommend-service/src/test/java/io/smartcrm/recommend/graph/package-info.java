/** Tests of the walks, on graphs small enough to compute by hand. */
@NullMarked
package io.smartcrm.recommend.graph;

import org.jspecify.annotations.NullMarked;
