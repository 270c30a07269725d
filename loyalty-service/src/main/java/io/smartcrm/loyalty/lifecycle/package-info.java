/**
 * Where customers stand in their life with the shop: Lifecycle -> LifecycleState, by LifecycleRules; pure, depends on java.*
 * only.
 */
@NullMarked
package io.smartcrm.loyalty.lifecycle;

import org.jspecify.annotations.NullMarked;
