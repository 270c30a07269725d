/** Tests of experiments, their mathematics and their edge. */
@NullMarked
package io.smartcrm.recommend.experiment;

import org.jspecify.annotations.NullMarked;
