/** Tests of the knowledge graph over the wire. */
@NullMarked
package io.smartcrm.recommend.knowledge;

import org.jspecify.annotations.NullMarked;
