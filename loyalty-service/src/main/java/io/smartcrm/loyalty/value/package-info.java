/**
 * What customers will buy: Histories -> TransactionModel (BG/NBD, MBG/NBD, Pareto/NBD), fitted by ModelFit; and for how much:
 * GammaGamma; pure, depends on java.* only.
 */
@NullMarked
package io.smartcrm.loyalty.value;

import org.jspecify.annotations.NullMarked;
