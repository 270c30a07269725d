/** What every feature that keeps facts about a customer must be able to do with them; depends on nothing, features implement it. */
@NullMarked
package io.smartcrm.customer.holding;

import org.jspecify.annotations.NullMarked;
