/**
 * Keeps how much of what is asked for each day, by order and product events applied incrementally, and answers
 * series of it: OrderEvents, ProductEvents -> OrderFact, ProductFact -> SeriesTables; DemandSeries -> SeriesStore.
 */
@NullMarked
package io.smartcrm.forecast.series;

import org.jspecify.annotations.NullMarked;
