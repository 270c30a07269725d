/** What people do with the whole suite, over REST, on the packaged services. */
@NullMarked
package io.smartcrm.journey;

import org.jspecify.annotations.NullMarked;
