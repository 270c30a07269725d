/** Who of the customers are one: DuplicateResource, MergeResource -> DuplicateClient, MergeClient -> customer-service. */
@NullMarked
package io.smartcrm.gateway.duplicate;

import org.jspecify.annotations.NullMarked;
