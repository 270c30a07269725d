/**
 * The demo shop: a deterministic simulator of customers, orders, service and behaviour whose truth is known.
 * Arrow: size and seed -&gt; {@link io.smartcrm.local.shop.Truth} -&gt; shop floor -&gt;
 * {@link io.smartcrm.local.shop.ShopBooks} -&gt; files.
 */
@NullMarked
package io.smartcrm.local.shop;

import org.jspecify.annotations.NullMarked;
