/** Tests of orders over REST. */
@NullMarked
package io.smartcrm.gateway.order;

import org.jspecify.annotations.NullMarked;
