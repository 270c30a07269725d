/**
 * Access, erasure and limits of processing: {@code PrivacyGrpc -> Erasures -> ErasureTable}, {@code ErasureAnswerEvents} and
 * {@code ErasureLedger} until nobody holds anything; {@code PersonalDataGrpc} hands out what is held. Reaches every
 * feature through {@code holding}. {@code Anonymisations} leave what was bought; both are in the ledger.
 */
@NullMarked
package io.smartcrm.customer.privacy;

import org.jspecify.annotations.NullMarked;
