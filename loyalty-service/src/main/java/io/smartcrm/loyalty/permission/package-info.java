/** What customers agreed to: ConsentEvents -> ConsentTable. */
@NullMarked
package io.smartcrm.loyalty.permission;

import org.jspecify.annotations.NullMarked;
