/** How good the data is, and making it better: CleaningResource, QualityResource -> QualityClient -> customer-service. */
@NullMarked
package io.smartcrm.gateway.quality;

import org.jspecify.annotations.NullMarked;
