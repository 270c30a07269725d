/**
 * The loyalty programme: its terms, rules and tiers (ProgrammeGrpc -> Programmes -> ProgrammeTable), and the points that
 * orders earn by them (EarningEvents -> OrderPoints -> OrderPostings -> account); TierReviews moves customers between tiers.
 */
@NullMarked
package io.smartcrm.loyalty.programme;

import org.jspecify.annotations.NullMarked;
