/** The tone of what customers write in service cases: phrases -> learned weights -> score of a case. */
@NullMarked
package io.smartcrm.customer.sentiment;

import org.jspecify.annotations.NullMarked;
