/** Tests of analyses over REST. */
@NullMarked
package io.smartcrm.gateway.analysis;

import org.jspecify.annotations.NullMarked;
