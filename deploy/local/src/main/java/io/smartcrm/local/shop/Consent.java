package io.smartcrm.local.shop;

import java.time.OffsetDateTime;

/**
 * A customer's word on what the shop may do.
 *
 * @param purpose marketing, personalisation or analytics
 * @param channel email, sms or any
 * @param granted false for a refusal or a withdrawal
 */
public record Consent(
        String customerId, String purpose, String channel, boolean granted, OffsetDateTime time, String source) {}
