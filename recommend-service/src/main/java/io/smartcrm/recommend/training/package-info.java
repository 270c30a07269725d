/**
 * Turns feedback into models in the background and keeps the one that serves.
 *
 * <p>{@code TrainingSchedule -> Training -> TrainedModel, ModelTable -> ServingModel}; {@code ModelFreshness} tells the
 * suite how far the serving model has come. What products have to do with each other comes from {@code knowledge}.
 */
@NullMarked
package io.smartcrm.recommend.training;

import org.jspecify.annotations.NullMarked;
