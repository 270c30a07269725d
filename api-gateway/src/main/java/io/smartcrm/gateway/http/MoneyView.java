package io.smartcrm.gateway.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount without fractions: {@code {EUR, 1234}} is 12.34 euros, {@code {JPY, 1234}} is 1,234 yen. */
@Schema(name = "Money")
public record MoneyView(
        @Schema(description = "ISO 4217", examples = "GBP") String currencyCode,

        @Schema(description = "Amount in the smallest unit of the currency", examples = "1234")
        long minorUnits) {}
