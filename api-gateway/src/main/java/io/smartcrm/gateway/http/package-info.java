/**
 * What every resource of the gateway has in common: problems, names of requests, limits, versions and pages; depends on
 * the wire only.
 */
@NullMarked
package io.smartcrm.gateway.http;

import org.jspecify.annotations.NullMarked;
