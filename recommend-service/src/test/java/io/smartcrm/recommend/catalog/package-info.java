/** Tests of product events on a real database. */
@NullMarked
package io.smartcrm.recommend.catalog;

import org.jspecify.annotations.NullMarked;
