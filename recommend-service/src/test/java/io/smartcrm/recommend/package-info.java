/** Tests of the service as a whole: its architecture, and what its tests share. */
@NullMarked
package io.smartcrm.recommend;

import org.jspecify.annotations.NullMarked;
