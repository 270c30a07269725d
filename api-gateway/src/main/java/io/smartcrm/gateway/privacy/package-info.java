/**
 * Access, erasure, limits of processing and retention over REST; resource -> client -> all services that hold something.
 */
@NullMarked
package io.smartcrm.gateway.privacy;

import org.jspecify.annotations.NullMarked;
