/**
 * Compares ways to recommend by what customers buy: who gets which way, who saw it, and whether it made a difference.
 *
 * <p>{@code ExperimentGrpc -> Experiments -> ExperimentTable}, {@code RunningExperiments -> Experiment -> Assignment,
 * ExposureTable}; {@code Assignment} and {@code Comparison} are pure. Over {@code hybrid}.
 */
@NullMarked
package io.smartcrm.recommend.experiment;

import org.jspecify.annotations.NullMarked;
