/** Tests of the overview of a customer. */
@NullMarked
package io.smartcrm.gateway.overview;

import org.jspecify.annotations.NullMarked;
