/** What the local servers promise, tried on real ports, files and processes. */
@NullMarked
package io.smartcrm.local;

import org.jspecify.annotations.NullMarked;
