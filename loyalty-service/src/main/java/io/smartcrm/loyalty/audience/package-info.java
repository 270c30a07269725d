/** Who is in which segment of customer-service: MemberEvents -> MemberTable. */
@NullMarked
package io.smartcrm.loyalty.audience;

import org.jspecify.annotations.NullMarked;
