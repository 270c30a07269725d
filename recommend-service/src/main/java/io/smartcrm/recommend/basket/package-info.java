/**
 * What is chosen at one time: baskets and sessions, what is bought together, and what comes next in a session.
 *
 * <p>{@code Baskets -> BoughtTogether | SessionKnn}, over {@code collaborative}; imports java.* only.
 */
@NullMarked
package io.smartcrm.recommend.basket;

import org.jspecify.annotations.NullMarked;
