/**
 * Scores all customers by RFM when their activity changed, and answers who scored what: RfmGrpc -> RfmScores ->
 * RfmScoreStore; ScoringSchedule -> RfmScoring.
 */
@NullMarked
package io.smartcrm.loyalty.assessment;

import org.jspecify.annotations.NullMarked;
