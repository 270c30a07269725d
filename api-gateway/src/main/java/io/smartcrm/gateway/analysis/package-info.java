/** How customers buy, and cohorts of them, over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.analysis;

import org.jspecify.annotations.NullMarked;
