/**
 * Who bought what, net of what was given back, as order events tell it.
 *
 * <p>{@code OrderEvents -> PurchaseTable} writes; {@code Histories} reads one customer, {@code FeedbackSample} all of them
 * for training; {@code FeedbackState} says how much has changed. Ids become numbers by {@code numbering}.
 */
@NullMarked
package io.smartcrm.recommend.feedback;

import org.jspecify.annotations.NullMarked;
