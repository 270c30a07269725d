package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;

/** The promotion plan: every third week two kinds of products go on offer for one or two weeks. */
final class Promotions {
    private static final int RHYTHM_DAYS = 21;

    private final List<Promotion> plan = new ArrayList<>();

    Promotions(long seed, Catalogue catalogue, ShopCalendar calendar) {
        for (int slot = 1; (slot + 1) * RHYTHM_DAYS <= calendar.days(); slot++) {
            Dice dice = Dice.of(seed, Purpose.PROMOTION, slot);
            int first = dice.below(catalogue.kinds().size());
            int second = (first + dice.within(1, catalogue.kinds().size() - 1))
                    % catalogue.kinds().size();
            plan(dice, catalogue, slot * RHYTHM_DAYS, catalogue.kinds().get(first));
            plan(dice, catalogue, slot * RHYTHM_DAYS, catalogue.kinds().get(second));
        }
    }

    List<Promotion> all() {
        return List.copyOf(plan);
    }

    List<Promotion> running(int day) {
        return plan.stream().filter(promotion -> promotion.runs(day)).toList();
    }

    private void plan(Dice dice, Catalogue catalogue, int firstDay, Kind kind) {
        int days = dice.chance(0.5) ? 7 : 14;
        double cut = dice.within(2, 8) * 0.05;
        double lift = 1 + cut * dice.between(3, 7);
        List<Product> products = catalogue.products().stream()
                .filter(product -> product.traits().kind().equals(kind))
                .filter(product -> product.demand().launchDay() <= firstDay)
                .filter(product -> dice.chance(0.7))
                .toList();
        if (!products.isEmpty()) {
            String code = Codes.code("PROMO", plan.size() + 1, 3);
            plan.add(new Promotion(code, kind, firstDay, firstDay + days - 1, cut, lift, products));
        }
    }
}
