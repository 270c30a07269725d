package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import io.smartcrm.local.shop.SupportCase.Message;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Opens service cases: some orders, more of those that come back, and more at the last purchase of one who leaves. */
final class ServiceDesk {
    static final double CASE_OF_ANY_ORDER = 0.04;
    static final double CASE_OF_RETURN = 0.30;
    static final double CASE_OF_LEAVING = 0.20;
    static final double ANSWERS_SURVEY = 0.55;

    /** Mean of the satisfaction before it is cut to 1 to 5. */
    static final double SATISFACTION = 4.2;

    static final double SATISFACTION_OF_LEAVING = 2.6;
    private static final List<String> CHANNELS = List.of("email", "email", "phone", "chat", "web");
    private static final List<String> PRIORITIES =
            List.of("low", "normal", "normal", "normal", "normal", "high", "high", "urgent");

    private final long seed;
    private final ShopCalendar calendar;
    private final Agenda agenda;
    private final ShopBooks books;
    private final CaseScripts scripts = new CaseScripts();
    private final OffsetDateTime end;
    private long cases;

    ServiceDesk(long seed, ShopCalendar calendar, Agenda agenda, ShopBooks books) {
        this.seed = seed;
        this.calendar = calendar;
        this.agenda = agenda;
        this.books = books;
        this.end = calendar.time(calendar.days() - 1, 24 * 3600 - 1);
    }

    void plan(Sale sale, int day, boolean comesBack, boolean leaves) {
        Dice dice = Dice.of(seed, Purpose.SERVICE, sale.customer().number(), sale.purchase());
        double chance = CASE_OF_ANY_ORDER + (comesBack ? CASE_OF_RETURN : 0) + (leaves ? CASE_OF_LEAVING : 0);
        if (!dice.chance(chance)) {
            return;
        }
        int opens = day + 1 + Math.min(20, (int) (3 * dice.exponential()));
        int second = dice.within(8 * 3600, 20 * 3600);
        agenda.at(opens, second, () -> books.supportCase(open(sale, calendar.time(opens, second), leaves, dice)));
    }

    private SupportCase open(Sale sale, OffsetDateTime opened, boolean leaves, Dice dice) {
        cases++;
        String topic = dice.pick(CaseScripts.TOPICS);
        List<Message> messages = new ArrayList<>();
        OffsetDateTime time = opened;
        for (CaseScripts.Line line :
                scripts.talk(topic, sale.customer().profile().language(), dice)) {
            if (time.isBefore(end)) {
                messages.add(new Message(time, line.from(), line.text()));
            }
            time = time.plusMinutes((long) (1 + 600 * dice.exponential()));
        }
        Optional<OffsetDateTime> closed = time.isBefore(end) ? Optional.of(time) : Optional.empty();
        boolean answered = messages.get(messages.size() - 1).from().equals("agent");
        boolean surveyed = dice.chance(ANSWERS_SURVEY);
        int mark = mark(dice, leaves ? SATISFACTION_OF_LEAVING : SATISFACTION);
        return new SupportCase(
                Codes.code("CASE", cases, 7),
                sale.customer().profile().id(),
                sale.number(),
                topic,
                closed.isPresent() ? "closed" : answered ? "pending" : "open",
                dice.pick(PRIORITIES),
                dice.pick(CHANNELS),
                opened,
                closed,
                closed.isPresent() && surveyed ? OptionalInt.of(mark) : OptionalInt.empty(),
                messages);
    }

    private static int mark(Dice dice, double mean) {
        return (int) Math.min(5, Math.max(1, Math.round(mean + dice.normal())));
    }
}
