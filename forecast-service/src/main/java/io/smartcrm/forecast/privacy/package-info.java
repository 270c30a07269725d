/**
 * Forgets customers and hands out what is held about them: {@code ErasureEvents}, {@code PersonalDataGrpc} over what
 * smartcrm-outbox does for every service; the part is {@code PurchaseData} in {@code series}.
 */
@NullMarked
package io.smartcrm.forecast.privacy;

import org.jspecify.annotations.NullMarked;
