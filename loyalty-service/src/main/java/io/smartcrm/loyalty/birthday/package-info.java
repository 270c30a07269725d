/** When customers have birthday: CustomerEvents -> BirthdayTable. */
@NullMarked
package io.smartcrm.loyalty.birthday;

import org.jspecify.annotations.NullMarked;
