/**
 * What comes again and what comes up: buying again by personal cadence, what is trending, what is new.
 *
 * <p>{@code BuyAgain}, {@code Trends}, over {@code collaborative}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.habit;

import org.jspecify.annotations.NullMarked;
