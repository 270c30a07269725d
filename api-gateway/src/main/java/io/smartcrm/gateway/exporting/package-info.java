/** Lists on their way into files; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.exporting;

import org.jspecify.annotations.NullMarked;
