/** Tests of support cases over REST. */
@NullMarked
package io.smartcrm.gateway.supportcase;

import org.jspecify.annotations.NullMarked;
