/** What is written down about customers, sealed as they are: NoteGrpc -> Notes -> Note -> NoteStore. */
@NullMarked
package io.smartcrm.customer.note;

import org.jspecify.annotations.NullMarked;
