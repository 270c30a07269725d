/**
 * A file of any shop read row by row, with a reason for every row that is none: bytes -> text -> cells -> checked values;
 * pure, depends on java and parsers of CSV and JSON only.
 */
@NullMarked
package io.smartcrm.customer.recordfile;

import org.jspecify.annotations.NullMarked;
