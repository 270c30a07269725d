/** Tests of recommendations over REST. */
@NullMarked
package io.smartcrm.gateway.recommendation;

import org.jspecify.annotations.NullMarked;
