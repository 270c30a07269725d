/** What the test resources promise to the services' tests. */
@NullMarked
package io.smartcrm.local.testing;

import org.jspecify.annotations.NullMarked;
