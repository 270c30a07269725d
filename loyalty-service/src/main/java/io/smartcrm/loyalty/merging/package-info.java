/**
 * Customers who became a part of another one, and of its own again: MergeEvents -> Merging -> MergedMembers; points follow
 * through account, what else is held by customer asks MergedMembers or implements PartedMembers.
 */
@NullMarked
package io.smartcrm.loyalty.merging;

import org.jspecify.annotations.NullMarked;
