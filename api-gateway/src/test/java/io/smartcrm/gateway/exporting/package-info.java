/** Tests of exports over REST. */
@NullMarked
package io.smartcrm.gateway.exporting;

import org.jspecify.annotations.NullMarked;
