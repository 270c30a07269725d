/**
 * Decides what strategies do for whom: OccasionRun, ScheduleRun, CrossingRun, Preview -> Deciding -> CandidateTable,
 * DecisionTable.
 */
@NullMarked
package io.smartcrm.loyalty.decision;

import org.jspecify.annotations.NullMarked;
