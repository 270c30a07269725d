package io.smartcrm.local.shop;

/** What a product is; the entities its texts mention. */
public record Traits(Kind kind, Word brand, Word colour, Word material, String size) {}
