package io.smartcrm.gateway.order;

import io.smartcrm.gateway.http.MoneyView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was sold, given back and corrected, per country and currency. */
public record CountryTotals(List<CountryTotalView> items) {
    public CountryTotals {
        items = List.copyOf(items);
    }

    /** Rounded once, after exact summing. */
    @Schema(name = "CountryTotal")
    public record CountryTotalView(
            @Nullable String country,
            long saleCount,
            long refundCount,
            long adjustmentCount,
            MoneyView sales,
            MoneyView refunds,
            MoneyView adjustments,
            MoneyView total) {}
}
