/** Tests of what every resource has in common. */
@NullMarked
package io.smartcrm.gateway.http;

import org.jspecify.annotations.NullMarked;
