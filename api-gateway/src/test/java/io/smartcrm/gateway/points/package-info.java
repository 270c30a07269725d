/** Tests of points and rewards over REST. */
@NullMarked
package io.smartcrm.gateway.points;

import org.jspecify.annotations.NullMarked;
