/**
 * How the gateway asks a service: with the caller's token, within a deadline, and in the service's pace; call -> http.
 */
@NullMarked
package io.smartcrm.gateway.call;

import org.jspecify.annotations.NullMarked;
