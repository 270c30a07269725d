/**
 * An order file of any shop read as orders, with a reason for every row that is none: bytes -> text -> rows -> orders;
 * pure, depends on java and a CSV parser only.
 */
@NullMarked
package io.smartcrm.customer.orderfile;

import org.jspecify.annotations.NullMarked;
