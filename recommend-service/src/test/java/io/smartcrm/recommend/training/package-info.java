/** Tests of models, their binary form and when they are due. */
@NullMarked
package io.smartcrm.recommend.training;

import org.jspecify.annotations.NullMarked;
