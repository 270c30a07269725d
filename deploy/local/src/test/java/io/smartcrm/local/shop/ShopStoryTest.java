package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold in every shop, checked on a small one. */
class ShopStoryTest {
    private static final ShopSimulation SHOP = new ShopSimulation(Size.SMALL, 11);
    private static final Truth TRUTH = SHOP.truth();
    private static final RecordedBooks BOOKS = RecordedBooks.of(SHOP);

    @Test
    void everyKindOfEntryComesInOrderOfTime() {
        assertThat(BOOKS.sales.values()).extracting(Sale::time).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(BOOKS.sales.values()).extracting(Sale::number).isSorted();
        assertThat(BOOKS.creditNotes).extracting(CreditNote::time).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(BOOKS.interactions).extracting(Interaction::time).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(BOOKS.cases).extracting(SupportCase::opened).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void everyReferenceResolves() {
        // Given
        Set<String> products =
                TRUTH.catalogue().products().stream().map(Product::code).collect(Collectors.toSet());

        // Then
        assertThat(BOOKS.customers).hasSize(TRUTH.population().customers());
        assertThat(products).hasSize(Size.SMALL.products());
        assertThat(BOOKS.sales.values())
                .allMatch(sale ->
                        BOOKS.customers.containsKey(sale.customer().profile().id()))
                .allMatch(sale -> !sale.lines().isEmpty())
                .allMatch(sale -> sale.lines().stream()
                        .allMatch(line -> products.contains(line.product().code())));
        assertThat(BOOKS.creditNotes)
                .isNotEmpty()
                .allMatch(note -> note.sale().equals(BOOKS.sale(note.sale().number())))
                .allMatch(note -> note.time().isAfter(note.sale().time()));
        assertThat(BOOKS.cases)
                .isNotEmpty()
                .allMatch(aCase -> BOOKS.sales.containsKey(aCase.orderNumber()))
                .allMatch(aCase ->
                        aCase.opened().isAfter(BOOKS.sale(aCase.orderNumber()).time()));
        assertThat(BOOKS.interactions)
                .isNotEmpty()
                .allMatch(interaction -> BOOKS.customers.containsKey(interaction.customerId()));
        assertThat(BOOKS.consents).allMatch(consent -> BOOKS.customers.containsKey(consent.customerId()));
    }

    @Test
    void refundsNeverExceedWhatWasBought() {
        // When
        Map<String, Integer> givenBack = new HashMap<>();
        for (CreditNote note : BOOKS.creditNotes) {
            for (CreditNote.Returned back : note.lines()) {
                assertThat(note.sale().lines()).contains(back.line());
                givenBack.merge(note.sale().number() + "/" + back.line().number(), back.quantity(), Integer::sum);
            }
        }

        // Then
        assertThat(givenBack).isNotEmpty();
        givenBack.forEach((key, quantity) -> {
            String[] parts = key.split("/", 2);
            OrderLine line = BOOKS.sale(parts[0]).lines().get(Integer.parseInt(parts[1]) - 1);
            assertThat(quantity).isLessThanOrEqualTo(line.quantity());
        });
    }

    @Test
    void customersBuyWhenTheirTrueLifeSays() {
        // Given
        Map<String, Long> purchases = BOOKS.sales.values().stream()
                .collect(Collectors.groupingBy(sale -> sale.customer().profile().id(), Collectors.counting()));

        // Then
        for (Person person : BOOKS.customers.values()) {
            assertThat(purchases.get(person.profile().id()))
                    .isEqualTo(TRUTH.life(person).repeats() + 1L);
        }
    }

    @Test
    void observedCustomersAlwaysAllowedAnalyticsAndLettersNeedConsentAtTheTime() {
        // Given
        Set<String> refusing = BOOKS.consents.stream()
                .filter(consent -> consent.purpose().equals("analytics") && !consent.granted())
                .map(Consent::customerId)
                .collect(Collectors.toSet());
        Consents consents = new Consents(11, TRUTH.calendar());

        // Then
        assertThat(BOOKS.interactions).noneMatch(interaction -> refusing.contains(interaction.customerId()));
        assertThat(BOOKS.interactions)
                .filteredOn(interaction -> interaction.event().equals("Email Sent"))
                .isNotEmpty()
                .allMatch(sent -> consents.allow(BOOKS.customer(sent.customerId()), "marketing", "email", sent.time()));
    }

    @Test
    void pricesPaidAreThoseOfThePriceListAndItsPromotions() {
        for (Sale sale : BOOKS.sales.values()) {
            int day = (int) TRUTH.calendar().firstDay().until(sale.time().toLocalDate(), ChronoUnit.DAYS);
            for (OrderLine line : sale.lines()) {
                long regular = TRUTH.prices(line.product()).floorEntry(day).getValue();
                long charged = TRUTH.promotions().stream()
                        .filter(promotion -> promotion.runs(day))
                        .filter(promotion -> promotion.products().contains(line.product()))
                        .mapToLong(promotion -> promotion.reduced(regular))
                        .findFirst()
                        .orElse(regular);
                assertThat(line.unitPrice()).isEqualTo(charged);
            }
        }
    }

    @Test
    void basketsHoldProductsOfOneTasteMoreOftenThanChanceSays() {
        // Given
        List<Sale> baskets = BOOKS.sales.values().stream()
                .filter(sale -> sale.lines().size() > 1)
                .toList();
        double[] linesOfTaste = new double[TRUTH.catalogue().tastes().size()];
        double together = 0;
        double pairs = 0;

        // When
        for (Sale sale : baskets) {
            for (OrderLine one : sale.lines()) {
                linesOfTaste[one.product().demand().taste()]++;
                for (OrderLine other : sale.lines()) {
                    if (one.number() < other.number()) {
                        pairs++;
                        together += one.product().demand().taste()
                                        == other.product().demand().taste()
                                ? 1
                                : 0;
                    }
                }
            }
        }

        // Then
        double lines = Arrays.stream(linesOfTaste).sum();
        double byChance = Arrays.stream(linesOfTaste)
                .map(count -> count / lines * count / lines)
                .sum();
        double liftInside = together / pairs / byChance;
        double liftOutside = (1 - together / pairs) / (1 - byChance);
        assertThat(liftInside).isGreaterThan(3);
        assertThat(liftOutside).isLessThan(0.7);
    }

    @Test
    void namesAndAddressesAreMadeUpAndDifferent() {
        // When
        Set<String> emails = new HashSet<>();
        BOOKS.customers.values().forEach(person -> emails.add(person.profile().email()));

        // Then
        assertThat(emails).hasSize(BOOKS.customers.size()).allMatch(email -> email.endsWith("@example.org"));
        assertThat(BOOKS.customers.values())
                .extracting(person -> person.profile().country())
                .contains("DE", "FR", "GB", "NL", "US", "CN");
        assertThat(BOOKS.customers.values())
                .extracting(person -> person.profile().currency())
                .contains("EUR", "GBP", "USD", "CNY");
    }

    @Test
    void theOrdersSpanTheWholeHistory() {
        // When
        List<Sale> sales = List.copyOf(BOOKS.sales.values());

        // Then
        assertThat(sales.get(0).time().toLocalDate()).isBetween("2023-09-25", "2023-09-26");
        assertThat(sales.get(sales.size() - 1).time().toLocalDate()).isBetween("2026-09-26", "2026-09-27");
        assertThat((double) sales.size()).isCloseTo(Size.SMALL.orders(), within(0.1 * Size.SMALL.orders()));
    }
}
