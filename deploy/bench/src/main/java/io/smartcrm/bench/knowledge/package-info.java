/** How well the knowledge graph is read from product texts: on the simulated shop, whose truth is known, and on any catalogue. */
@NullMarked
package io.smartcrm.bench.knowledge;

import org.jspecify.annotations.NullMarked;
