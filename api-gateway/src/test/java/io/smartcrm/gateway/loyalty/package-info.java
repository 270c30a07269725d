/** Tests of what is known of customers' loyalty, over REST. */
@NullMarked
package io.smartcrm.gateway.loyalty;

import org.jspecify.annotations.NullMarked;
