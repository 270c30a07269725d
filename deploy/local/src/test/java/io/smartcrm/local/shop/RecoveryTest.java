package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Is the truth found again in what a medium shop does? Half a million orders are counted as they pass, none is kept. */
class RecoveryTest {
    private static final ShopSimulation SHOP = new ShopSimulation(Size.MEDIUM, 3);
    private static final Truth TRUTH = SHOP.truth();
    private static final Counts COUNTS = new Counts();

    @BeforeAll
    static void runTheShop() {
        SHOP.run(COUNTS);
    }

    @Test
    void theSizeIsRight() {
        assertThat(COUNTS.sales).isCloseTo(Size.MEDIUM.orders(), within(0.03 * Size.MEDIUM.orders()));
        assertThat(COUNTS.lines / COUNTS.sales).isCloseTo(Size.LINES_PER_ORDER, within(0.1));
        assertThat(Size.LARGE.orders() * COUNTS.lines / COUNTS.sales).isCloseTo(1e7, within(0.03e7));
    }

    @Test
    void weekdaysAreFoundAgain() {
        for (int weekday = 0; weekday < 7; weekday++) {
            // When
            int first = weekday;
            double share = 7
                    * IntStream.iterate(first, day -> day < COUNTS.salesOfDay.length, day -> day + 7)
                            .mapToDouble(day -> COUNTS.salesOfDay[day])
                            .sum()
                    / COUNTS.sales;

            // Then
            assertThat(share).isCloseTo(ShopCalendar.weekday(TRUTH.calendar().date(first)), within(0.02));
        }
    }

    @Test
    void theYearIsFoundAgain() {
        // Given
        int weeks = COUNTS.salesOfDay.length / 7;
        double[] sold = new double[weeks];
        double[] factor = new double[weeks];
        for (int day = 0; day < COUNTS.salesOfDay.length; day++) {
            sold[day / 7] += COUNTS.salesOfDay[day];
            factor[day / 7] += TRUTH.calendar().factor(day) / 7;
        }

        // When
        double[] seasonOfSales = new double[weeks];
        double[] seasonOfTruth = new double[weeks];
        for (int week = 26; week < weeks - 26; week++) {
            seasonOfSales[week] = sold[week]
                    / Arrays.stream(sold, week - 26, week + 26).average().orElseThrow();
            seasonOfTruth[week] = factor[week]
                    / Arrays.stream(factor, week - 26, week + 26).average().orElseThrow();
        }

        // Then
        for (int week = 26; week < weeks - 26; week++) {
            assertThat(seasonOfSales[week]).as("week %d", week).isCloseTo(seasonOfTruth[week], within(0.12));
        }
    }

    @Test
    void promotionsLiftAsTheyShould() {
        // When each promoted product is compared with its two weeks before, and with its rivals without an offer
        double expected = 0;
        double found = 0;
        for (Promotion promotion : TRUTH.promotions()) {
            int weeks = (promotion.lastDay() + 1 - promotion.firstDay()) / 7;
            int week = promotion.firstDay() / 7;
            Set<Product> onOffer = TRUTH.promotions().stream()
                    .filter(other -> other.firstDay() == promotion.firstDay())
                    .flatMap(other -> other.products().stream())
                    .collect(Collectors.toSet());
            for (Product product : promotion.products()) {
                Predicate<Product> isRival =
                        rival -> rival.demand().taste() == product.demand().taste() && !onOffer.contains(rival);
                double before = COUNTS.linesPerSale(week - 2, 2, product::equals);
                expected += promotion.lift()
                        * before
                        * COUNTS.linesPerSale(week, weeks, isRival)
                        / COUNTS.linesPerSale(week - 2, 2, isRival);
                found += COUNTS.linesPerSale(week, weeks, product::equals);
            }
        }

        // Then it is a little less: a product stands in a basket once
        assertThat(found / expected).isBetween(0.9, 1.02);
    }

    @Test
    void trendsAreFoundAgain() {
        // Given
        List<Product> lasting = TRUTH.catalogue().products().stream()
                .filter(product ->
                        !product.demand().intermittent() && product.demand().launchDay() == 0)
                .filter(product -> product.demand().weight() > 1)
                .toList();

        // When
        double[] truth = lasting.stream()
                .mapToDouble(product -> product.demand().trend())
                .toArray();
        double[] found = lasting.stream()
                .mapToDouble(product -> Math.log(COUNTS.linesPerSale(105, 52, product::equals)
                                / COUNTS.linesPerSale(1, 52, product::equals))
                        / 2)
                .toArray();

        // Then
        assertThat(correlation(truth, found)).isGreaterThan(0.9);
    }

    @Test
    void intermittentProductsRestForWeeksAndOthersDoNot() {
        for (Product product : TRUTH.catalogue().products()) {
            Demand demand = product.demand();
            int weeks = (COUNTS.salesOfDay.length - demand.launchDay()) / 7 - 1;
            int first = demand.launchDay() / 7 + 1;
            long sellingWeeks = IntStream.range(first, first + weeks)
                    .filter(week -> COUNTS.linesOfWeek[product.index()][week] > 0)
                    .count();
            if (demand.intermittent() && weeks > 50) {
                assertThat(sellingWeeks / (double) weeks)
                        .as("share of selling weeks of %s", product.code())
                        .isLessThan(0.6);
            }
        }
        double expected = TRUTH.catalogue().products().stream()
                .filter(product -> product.demand().intermittent())
                .mapToDouble(product -> 1.0 / product.demand().interval())
                .average()
                .orElseThrow();
        double found = TRUTH.catalogue().products().stream()
                .filter(product -> product.demand().intermittent())
                .mapToDouble(product -> {
                    int first = product.demand().launchDay() / 7 + 1;
                    return IntStream.range(first, 157)
                                    .filter(week -> COUNTS.linesOfWeek[product.index()][week] > 0)
                                    .count()
                            / (157.0 - first);
                })
                .average()
                .orElseThrow();
        assertThat(found).isCloseTo(expected, within(0.03));
    }

    @Test
    void ordersAreWorthWhatGammaGammaSays() {
        // Given
        SpendModel spend = TRUTH.population().spend();

        // When
        double mean = COUNTS.value / COUNTS.sales;
        double meanRatio = COUNTS.ratio / COUNTS.sales;
        double variance = COUNTS.squareOfRatio / COUNTS.sales - meanRatio * meanRatio;

        // Then
        assertThat(mean / spend.mean()).isCloseTo(1, within(0.03));
        assertThat(meanRatio).isCloseTo(1, within(0.03));
        assertThat(1 / variance).as("shape p of the orders of a customer").isCloseTo(spend.p(), within(0.6));
    }

    @Test
    void thoseWhoLeaveAreLessSatisfied() {
        assertThat(COUNTS.marksOfLeaving / COUNTS.casesOfLeaving)
                .isLessThan(COUNTS.marksOfStaying / COUNTS.casesOfStaying - 1);
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double both = 0;
        double squareX = 0;
        double squareY = 0;
        for (int i = 0; i < x.length; i++) {
            both += (x[i] - meanX) * (y[i] - meanY);
            squareX += (x[i] - meanX) * (x[i] - meanX);
            squareY += (y[i] - meanY) * (y[i] - meanY);
        }
        return both / Math.sqrt(squareX * squareY);
    }

    private static final class Counts implements ShopBooks {
        private final double[] salesOfDay = new double[TRUTH.calendar().days()];
        private final int[][] linesOfWeek = new int[Size.MEDIUM.products()][157];
        private final Set<String> leavingSales = new HashSet<>();
        private double sales;
        private double lines;
        private double value;
        private double ratio;
        private double squareOfRatio;
        private double marksOfLeaving;
        private double casesOfLeaving;
        private double marksOfStaying;
        private double casesOfStaying;

        @Override
        public void sale(Sale sale) {
            int day = (int) ChronoUnit.DAYS.between(
                    TRUTH.calendar().firstDay(), sale.time().toLocalDate());
            salesOfDay[day]++;
            sales++;
            lines += sale.lines().size();
            value += sale.total() / 100.0;
            double ofMean = sale.total()
                    / 100.0
                    / TRUTH.population().spend().mean(sale.customer().habits().nu());
            ratio += ofMean;
            squareOfRatio += ofMean * ofMean;
            sale.lines().forEach(line -> linesOfWeek[line.product().index()][day / 7]++);
            if (TRUTH.lifetimes().leavesAt(sale.customer(), sale.purchase())) {
                leavingSales.add(sale.number());
            }
        }

        @Override
        public void supportCase(SupportCase supportCase) {
            if (supportCase.satisfaction().isEmpty()) {
                return;
            }
            if (leavingSales.contains(supportCase.orderNumber())) {
                marksOfLeaving += supportCase.satisfaction().getAsInt();
                casesOfLeaving++;
            } else {
                marksOfStaying += supportCase.satisfaction().getAsInt();
                casesOfStaying++;
            }
        }

        double linesPerSale(int firstWeek, int weeks, Predicate<Product> wanted) {
            double found = TRUTH.catalogue().products().stream()
                    .filter(product -> !product.demand().intermittent())
                    .filter(wanted)
                    .mapToInt(product -> IntStream.range(firstWeek, firstWeek + weeks)
                            .map(week -> linesOfWeek[product.index()][week])
                            .sum())
                    .sum();
            return found
                    / Arrays.stream(salesOfDay, firstWeek * 7, (firstWeek + weeks) * 7)
                            .sum();
        }
    }
}
