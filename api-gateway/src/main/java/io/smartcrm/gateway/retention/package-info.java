/** How long records are kept: {@code RetentionResource -> RetentionClient}. */
@NullMarked
package io.smartcrm.gateway.retention;

import org.jspecify.annotations.NullMarked;
