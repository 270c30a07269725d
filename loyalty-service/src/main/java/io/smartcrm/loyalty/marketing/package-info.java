/** Strategies as their users see them: StrategyGrpc -> campaign, decision, delivery. */
@NullMarked
package io.smartcrm.loyalty.marketing;

import org.jspecify.annotations.NullMarked;
