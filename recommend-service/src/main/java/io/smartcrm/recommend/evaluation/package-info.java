/**
 * How well a recommender foresees what customers really chose: protocols, metrics and their standard errors.
 *
 * <p>{@code TimeSplit | StrongGeneralisation -> Trial -> TopListAccuracy, ListQuality} and {@code Choice ->
 * ChoiceAccuracy}, over {@code collaborative}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.evaluation;

import org.jspecify.annotations.NullMarked;
