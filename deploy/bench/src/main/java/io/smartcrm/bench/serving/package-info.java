/**
 * How fast the running suite answers under load that does not wait for it.
 *
 * <p>{@code ServeLoad -> Target, Gateway -> OpenModel -> io.smartcrm.bench}
 */
@NullMarked
package io.smartcrm.bench.serving;

import org.jspecify.annotations.NullMarked;
