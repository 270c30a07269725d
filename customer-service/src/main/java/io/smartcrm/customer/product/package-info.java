/**
 * The catalogue as orders showed it: ProductGrpc -> Products -> Product -> ProductStore, and by the
 * thousand: ProductBulk -> StoredProduct -> ProductTable -> outbox; as the shop tells it: ProductGrpc -> Catalogue -> StoredProduct
 * -> ProductTable, PriceHistory -> outbox.
 */
@NullMarked
package io.smartcrm.customer.product;

import org.jspecify.annotations.NullMarked;
