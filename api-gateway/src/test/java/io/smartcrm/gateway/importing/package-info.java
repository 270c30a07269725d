/** Tests of files on their way in. */
@NullMarked
package io.smartcrm.gateway.importing;

import org.jspecify.annotations.NullMarked;
