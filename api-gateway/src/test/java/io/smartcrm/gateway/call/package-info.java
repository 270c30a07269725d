/** Tests of how the gateway asks a service. */
@NullMarked
package io.smartcrm.gateway.call;

import org.jspecify.annotations.NullMarked;
