/** Tests of order events on a real database. */
@NullMarked
package io.smartcrm.recommend.feedback;

import org.jspecify.annotations.NullMarked;
