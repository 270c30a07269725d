package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What customers allow, and what some of them take back later. */
final class Consents {
    static final double WITHDRAWN = 0.15;

    /** The questions a customer is asked on joining; their order is part of the file format. */
    static final List<Question> QUESTIONS = List.of(
            new Question("analytics", "any", 0.75),
            new Question("personalisation", "any", 0.65),
            new Question("marketing", "email", 0.55),
            new Question("marketing", "sms", 0.15));

    private final long seed;
    private final ShopCalendar calendar;

    Consents(long seed, ShopCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
    }

    /** All a customer ever says, for each question in order of time. */
    List<Consent> of(Person person) {
        Dice dice = Dice.of(seed, Purpose.CONSENT, person.number());
        List<Consent> said = new ArrayList<>();
        for (Question question : QUESTIONS) {
            boolean granted = dice.chance(question.granted());
            boolean withdrawn = dice.chance(WITHDRAWN);
            double later = person.born() + (calendar.end() - person.born()) * dice.uniform();
            said.add(answer(person, question, granted, person.profile().joined(), "checkout"));
            if (granted && withdrawn) {
                said.add(answer(person, question, false, calendar.time(later), "preference centre"));
            }
        }
        return said;
    }

    /** Whether a purpose is allowed on a channel at a time. */
    boolean allow(Person person, String purpose, String channel, OffsetDateTime time) {
        return of(person).stream()
                .filter(consent -> consent.purpose().equals(purpose)
                        && consent.channel().equals(channel)
                        && !consent.time().isAfter(time))
                .reduce((earlier, later) -> later)
                .map(Consent::granted)
                .orElse(false);
    }

    /** Whether a purpose was allowed at the start and never taken back. */
    boolean alwaysAllow(Person person, String purpose) {
        return of(person).stream()
                .filter(consent -> consent.purpose().equals(purpose))
                .allMatch(Consent::granted);
    }

    private static Consent answer(
            Person person, Question question, boolean granted, OffsetDateTime time, String source) {
        return new Consent(person.profile().id(), question.purpose(), question.channel(), granted, time, source);
    }

    /**
     * @param granted share of the customers who say yes
     */
    record Question(String purpose, String channel, double granted) {}
}
