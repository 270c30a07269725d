/** Strategies that a shop has, by version: Strategies -> Strategy, StrategyTable. */
@NullMarked
package io.smartcrm.loyalty.campaign;

import org.jspecify.annotations.NullMarked;
