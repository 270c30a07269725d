/** Tests of where the import benchmark finds its mapping. */
@NullMarked
package io.smartcrm.bench.importing;

import org.jspecify.annotations.NullMarked;
