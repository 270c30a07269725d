/** All that happened between a customer and us in one list; edge -> timelines -> query -> a branch a kind. */
@NullMarked
package io.smartcrm.customer.timeline;

import org.jspecify.annotations.NullMarked;
