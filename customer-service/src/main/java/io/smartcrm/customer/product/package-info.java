/** The catalogue as orders showed it: ProductGrpc -> Products -> Product -> ProductStore. */
@NullMarked
package io.smartcrm.customer.product;

import org.jspecify.annotations.NullMarked;
