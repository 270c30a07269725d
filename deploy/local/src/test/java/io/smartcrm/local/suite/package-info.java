/** What the suite's command promises. */
@NullMarked
package io.smartcrm.local.suite;

import org.jspecify.annotations.NullMarked;
