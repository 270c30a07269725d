/**
 * What customers allow: the register of purposes and channels, every word with its proof, and what is valid now:
 * {@code ConsentGrpc -> Consents, ConsentTerms -> ConsentTable}; knows customers from {@code profile}.
 */
@NullMarked
package io.smartcrm.customer.consent;

import org.jspecify.annotations.NullMarked;
