/** Tests of interactions over REST. */
@NullMarked
package io.smartcrm.gateway.interaction;

import org.jspecify.annotations.NullMarked;
