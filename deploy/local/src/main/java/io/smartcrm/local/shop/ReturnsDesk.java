package io.smartcrm.local.shop;

import io.smartcrm.local.shop.CreditNote.Reason;
import io.smartcrm.local.shop.CreditNote.Returned;
import io.smartcrm.local.shop.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;

/** Decides what of a sale comes back and writes the credit notes when it does. */
final class ReturnsDesk {
    /** Share of the orders that are called off as a whole on the next morning. */
    static final double CANCELLED = 0.015;

    private static final double WHOLE_LINE = 0.6;
    private static final int OPENS = 8 * 3600;
    private static final int CLOSES = 18 * 3600;

    private final long seed;
    private final ShopCalendar calendar;
    private final Agenda agenda;
    private final ShopBooks books;
    private long creditNotes;

    ReturnsDesk(long seed, ShopCalendar calendar, Agenda agenda, ShopBooks books) {
        this.seed = seed;
        this.calendar = calendar;
        this.agenda = agenda;
        this.books = books;
    }

    /** Plans the way back of a sale; tells whether anything comes back. */
    boolean plan(Sale sale, int day) {
        Dice dice = Dice.of(seed, Purpose.TAKING_BACK, sale.customer().number(), sale.purchase());
        if (dice.chance(CANCELLED)) {
            List<Returned> all = sale.lines().stream()
                    .map(line -> new Returned(line, line.quantity()))
                    .toList();
            takeBack(sale, Reason.CANCELLATION, all, day + 1, dice.within(OPENS, CLOSES));
            return true;
        }
        List<Returned> some = new ArrayList<>(0);
        for (OrderLine line : sale.lines()) {
            if (dice.chance(sale.customer().habits().returning()
                    * line.product().demand().returning())) {
                int quantity = dice.chance(WHOLE_LINE) ? line.quantity() : dice.within(1, line.quantity());
                some.add(new Returned(line, quantity));
            }
        }
        if (some.isEmpty()) {
            return false;
        }
        takeBack(sale, Reason.RETURN, some, day + dice.within(3, 30), dice.within(OPENS, CLOSES));
        return true;
    }

    private void takeBack(Sale sale, Reason reason, List<Returned> lines, int day, int second) {
        agenda.at(day, second, () -> {
            creditNotes++;
            String number = Codes.code("CN", creditNotes, 8);
            books.creditNote(new CreditNote(number, calendar.time(day, second), reason, sale, lines));
        });
    }
}
