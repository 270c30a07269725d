/** Tests of how the knowledge graph is measured. */
@NullMarked
package io.smartcrm.bench.knowledge;

import org.jspecify.annotations.NullMarked;
