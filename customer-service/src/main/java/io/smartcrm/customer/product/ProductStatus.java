package io.smartcrm.customer.product;

/** Whether a product is sold. */
public enum ProductStatus {
    ACTIVE,
    /** No longer; it is not to be recommended. */
    DISCONTINUED
}
