/** One customer in one answer, as much of it as can be had; overview -> customer, order, loyalty, recommendation. */
@NullMarked
package io.smartcrm.gateway.overview;

import org.jspecify.annotations.NullMarked;
