/**
 * Random walks over what customers chose and what it has to do with what: from a customer's items to their entities, and on
 * to other items of these, with the path that was gone.
 *
 * <p>{@code GraphWalk -> ItemEntities, RelationWeights -> Path}, over {@code recognition} and {@code collaborative}; imports
 * java.* only.
 */
@NullMarked
package io.smartcrm.recommend.graph;

import org.jspecify.annotations.NullMarked;
