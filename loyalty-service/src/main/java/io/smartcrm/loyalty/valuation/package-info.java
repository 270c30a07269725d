/**
 * Fits what customers will buy to what they bought, keeps what each is worth, and answers it: ValueGrpc -> CustomerValues ->
 * ValueTable; ValuationSchedule -> Valuation -> value.
 */
@NullMarked
package io.smartcrm.loyalty.valuation;

import org.jspecify.annotations.NullMarked;
