/** Order files on their way in; resource -> mapping, client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.importing;

import org.jspecify.annotations.NullMarked;
