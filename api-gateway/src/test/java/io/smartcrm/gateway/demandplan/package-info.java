/** Tests of what-if over REST. */
@NullMarked
package io.smartcrm.gateway.demandplan;

import org.jspecify.annotations.NullMarked;
