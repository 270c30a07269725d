/** Tests of segments over REST. */
@NullMarked
package io.smartcrm.gateway.segment;

import org.jspecify.annotations.NullMarked;
