/**
 * What imports did to the records of other features, so that it can be taken back: triggers write it down, features
 * undo it; features implement Reversible. Of who is forgotten nothing stays in it that could be put back.
 */
@NullMarked
package io.smartcrm.customer.journal;

import org.jspecify.annotations.NullMarked;
