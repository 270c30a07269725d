/**
 * All that is known of a customer's loyalty, put together when it is asked for: AssessmentGrpc -> Assessments -> CardTable,
 * LoyaltyIndex, NextBestAction.
 */
@NullMarked
package io.smartcrm.loyalty.card;

import org.jspecify.annotations.NullMarked;
