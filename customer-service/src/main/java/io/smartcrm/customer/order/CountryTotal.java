package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** What a country bought, gave back and had corrected, in one currency. */
record CountryTotal(String country, String currency, Map<OrderKind, Sum> sums) {
    CountryTotal {
        requireNonNull(country, "country is null");
        requireNonNull(currency, "currency is null");
        sums = Map.copyOf(sums);
    }

    /**
     * Orders of one kind.
     *
     * @param count of orders
     * @param amount exact sum of their totals
     */
    record Sum(long count, BigDecimal amount) {
        private static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum {
            requireNonNull(amount, "amount is null");
        }
    }

    /** This total with the orders of one more kind. */
    CountryTotal with(OrderKind kind, Sum sum) {
        Map<OrderKind, Sum> more = new EnumMap<>(OrderKind.class);
        more.putAll(sums);
        more.put(kind, sum);
        return new CountryTotal(country, currency, more);
    }

    long count(OrderKind kind) {
        return sum(kind).count();
    }

    Money amount(OrderKind kind) {
        return new Money(currency, sum(kind).amount());
    }

    /** The sum of all kinds: exact, so it can differ by a minor unit from the sum of their rounded amounts. */
    Money total() {
        BigDecimal amount = sums.values().stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(currency, amount);
    }

    private Sum sum(OrderKind kind) {
        return sums.getOrDefault(kind, Sum.NONE);
    }
}
