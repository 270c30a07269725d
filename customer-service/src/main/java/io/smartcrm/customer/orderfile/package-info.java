/**
 * An order file of any shop read as orders, with a reason for every row that is none: cells -> rows -> orders; pure,
 * depends on recordfile.
 */
@NullMarked
package io.smartcrm.customer.orderfile;

import org.jspecify.annotations.NullMarked;
