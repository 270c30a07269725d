/** What a customer may want next, and what is bought together; resource -> client -> recommend-service. */
@NullMarked
package io.smartcrm.gateway.recommendation;

import org.jspecify.annotations.NullMarked;
