/**
 * Personal data at rest: VaultGrpc -> KeyRotation -> Keyring, and for every feature Vault -> DataKey and BlindIndex;
 * depends on nothing of this service.
 */
@NullMarked
package io.smartcrm.customer.vault;

import org.jspecify.annotations.NullMarked;
