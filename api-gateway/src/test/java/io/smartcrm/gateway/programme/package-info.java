/** Tests of the loyalty programme over REST. */
@NullMarked
package io.smartcrm.gateway.programme;

import org.jspecify.annotations.NullMarked;
