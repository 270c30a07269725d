/** How customers rated the service they got: CaseEvents -> RatingTable. */
@NullMarked
package io.smartcrm.loyalty.satisfaction;

import org.jspecify.annotations.NullMarked;
