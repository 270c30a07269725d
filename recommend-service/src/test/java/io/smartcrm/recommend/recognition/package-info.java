/** Tests of reading texts, on catalogues small enough to check by eye. */
@NullMarked
package io.smartcrm.recommend.recognition;

import org.jspecify.annotations.NullMarked;
