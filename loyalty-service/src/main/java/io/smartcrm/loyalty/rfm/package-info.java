/**
 * Scores how recently, how often and for how much customers bought, and names the segments: Purchases -> RfmPolicy ->
 * RfmCode -> Segment; pure, depends on java.* only.
 */
@NullMarked
package io.smartcrm.loyalty.rfm;

import org.jspecify.annotations.NullMarked;
