/** Gives ids the small numbers that facts are kept by and models index arrays by; depends on nothing. */
@NullMarked
package io.smartcrm.recommend.numbering;

import org.jspecify.annotations.NullMarked;
