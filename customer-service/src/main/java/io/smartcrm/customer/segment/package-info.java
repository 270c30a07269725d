/** Segments of customers: who fulfils a condition, kept up to date; edge -> use cases -> SQL of the language -> tables. */
@NullMarked
package io.smartcrm.customer.segment;

import org.jspecify.annotations.NullMarked;
