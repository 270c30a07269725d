/** Tests of customers over REST. */
@NullMarked
package io.smartcrm.gateway.customer;

import org.jspecify.annotations.NullMarked;
