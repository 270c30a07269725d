/** Tests of merges, duplicates, cleanings and reports over REST. */
@NullMarked
package io.smartcrm.gateway.duplicate;

import org.jspecify.annotations.NullMarked;
