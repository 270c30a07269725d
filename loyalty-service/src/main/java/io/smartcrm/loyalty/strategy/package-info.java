/**
 * What a shop does for customers by itself: DecisionPolicy -> Definition of Trigger, Condition, Action; pure, depends on java.* and the
 * names of states only.
 */
@NullMarked
package io.smartcrm.loyalty.strategy;

import org.jspecify.annotations.NullMarked;
