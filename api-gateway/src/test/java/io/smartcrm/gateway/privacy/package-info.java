@NullMarked
package io.smartcrm.gateway.privacy;

import org.jspecify.annotations.NullMarked;
