/**
 * The benchmark {@code recommend-accuracy}: reads choices in three shapes, fits a model and measures what it foresees.
 *
 * <p>{@code RecommendAccuracy -> Protocol -> Model | *File -> CsvReader, Numbering}
 */
@NullMarked
package io.smartcrm.bench.recommend;

import org.jspecify.annotations.NullMarked;
