/** Tests of what-if over REST. */
@NullMarked
package io.smartcrm.gateway.scenario;

import org.jspecify.annotations.NullMarked;
