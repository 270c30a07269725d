package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import io.smartcrm.local.shop.Interaction.Contact;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The shop's letter: every fourth week to the observed customers who allow it then, with what became of it. */
final class Newsletter {
    static final int RHYTHM_DAYS = 28;
    static final double BOUNCES = 0.02;
    static final double OPENS = 0.35;
    static final double OPENS_WHEN_GONE = 0.08;
    static final double CLICKS = 0.2;
    private static final int TEN_O_CLOCK = 10 * 3600;
    private static final int LAST_SECOND = 24 * 3600 - 1;

    private final long seed;
    private final ShopCalendar calendar;
    private final Population population;
    private final Consents consents;
    private final Shoppers shoppers;
    private final Consumer<Interaction> log;
    private final List<Integer> readers = new ArrayList<>();
    private long events;

    Newsletter(
            long seed,
            ShopCalendar calendar,
            Population population,
            Consents consents,
            Shoppers shoppers,
            Consumer<Interaction> log) {
        this.seed = seed;
        this.calendar = calendar;
        this.population = population;
        this.consents = consents;
        this.shoppers = shoppers;
        this.log = log;
    }

    void subscribe(Person person) {
        readers.add(person.number());
    }

    void sendOn(int day) {
        if (day % RHYTHM_DAYS != 8) {
            return;
        }
        OffsetDateTime now = calendar.time(day, TEN_O_CLOCK);
        String campaign = "letter-" + calendar.date(day);
        for (int number : readers) {
            Person reader = population.person(number);
            if (reader.profile().joined().isBefore(now) && consents.allow(reader, "marketing", "email", now)) {
                send(reader, day, campaign);
            }
        }
    }

    private void send(Person reader, int day, String campaign) {
        Dice dice = Dice.of(seed, Purpose.NEWSLETTER, reader.number(), day);
        note(reader, day, TEN_O_CLOCK, "Email Sent", campaign);
        if (dice.chance(BOUNCES)) {
            note(reader, day, TEN_O_CLOCK + 60, "Email Bounced", campaign);
            return;
        }
        note(reader, day, TEN_O_CLOCK + 60, "Email Delivered", campaign);
        if (!dice.chance(shoppers.gone(reader.number()) ? OPENS_WHEN_GONE : OPENS)) {
            return;
        }
        int opened = TEN_O_CLOCK + 120 + (int) (3 * 3600 * dice.exponential());
        note(reader, day, Math.min(LAST_SECOND - 60, opened), "Email Opened", campaign);
        if (dice.chance(CLICKS)) {
            note(reader, day, Math.min(LAST_SECOND, opened + 45), "Email Link Clicked", campaign);
        }
    }

    private void note(Person reader, int day, int second, String event, String campaign) {
        String id = Codes.code("M", ++events, 9);
        log.accept(new Contact(id, calendar.time(day, second), reader.profile().id(), event, campaign));
    }
}
