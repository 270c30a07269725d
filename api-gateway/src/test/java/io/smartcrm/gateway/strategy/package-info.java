/** Tests of strategies over REST. */
@NullMarked
package io.smartcrm.gateway.strategy;

import org.jspecify.annotations.NullMarked;
