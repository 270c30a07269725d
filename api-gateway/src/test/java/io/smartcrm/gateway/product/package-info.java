/** Tests of the catalogue over REST. */
@NullMarked
package io.smartcrm.gateway.product;

import org.jspecify.annotations.NullMarked;
