/**
 * Keeps how much of what is asked for each day, by order, product and segment events applied incrementally, and
 * answers series of it: OrderEvents, ProductEvents, SegmentEvents -> OrderFact, ProductFact, MembershipFact -> SeriesTables,
 * SegmentTable; DemandSeries -> SeriesStore.
 */
@NullMarked
package io.smartcrm.forecast.series;

import org.jspecify.annotations.NullMarked;
