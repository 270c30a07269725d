/**
 * Which of many people are the same, with java.* alone: Person -> PersonTable -> Blocks -> Comparison -> MatchModel
 * -> Clusters; Matching runs them all.
 */
@NullMarked
package io.smartcrm.customer.matching;

import org.jspecify.annotations.NullMarked;
