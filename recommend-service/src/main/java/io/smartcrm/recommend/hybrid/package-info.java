/**
 * One order from several recommenders: weighted signals, weights tuned by what customers chose later, and diversity.
 *
 * <p>{@code Hybrid -> Part, Weights}, {@code WeightSearch}, {@code Diversity}, over {@code collaborative} and {@code
 * evaluation}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.hybrid;

import org.jspecify.annotations.NullMarked;
