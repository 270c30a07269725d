/**
 * What imports did to the records of other features, so that it can be taken back: triggers write it down, features
 * undo it; depends on nothing, features implement Reversible.
 */
@NullMarked
package io.smartcrm.customer.journal;

import org.jspecify.annotations.NullMarked;
