/**
 * Services as the gateway's tests want them: what a fake does is decided by the id that it is asked for, so that tests and
 * fakes share no state.
 */
@NullMarked
package io.smartcrm.gateway.fakes;

import org.jspecify.annotations.NullMarked;
