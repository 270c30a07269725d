/** Tests of the load on the running suite. */
@NullMarked
package io.smartcrm.bench.serving;

import org.jspecify.annotations.NullMarked;
