/** What a field of a customer should look like, as pure rules: CleaningPlan -> CleaningRule -> PhoneNumber, EmailAddress, PersonName. */
@NullMarked
package io.smartcrm.customer.cleaning;

import org.jspecify.annotations.NullMarked;
