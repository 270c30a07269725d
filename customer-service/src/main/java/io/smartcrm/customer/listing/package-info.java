/** What all lists share: filter grammar, positions and pages; depends on nothing of this service. */
@NullMarked
package io.smartcrm.customer.listing;

import org.jspecify.annotations.NullMarked;
