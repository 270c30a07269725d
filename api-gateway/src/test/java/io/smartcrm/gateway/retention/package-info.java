@NullMarked
package io.smartcrm.gateway.retention;

import org.jspecify.annotations.NullMarked;
