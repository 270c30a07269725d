package io.smartcrm.customer.recordfile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times as files write them: ISO 8601 with or without offset, with T or a blank, a date alone, and 3/12/2010 8:26 where
 * the file tells which number is the day. Years 1900 to 2100.
 */
final class TimeText {
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2100;
    private static final int NANO_DIGITS = 9;

    private final ZoneId zone;
    private final Optional<DayOrder> dayOrder;
    private String lastText = "";
    private Optional<Instant> last = Optional.empty();

    TimeText(ZoneId zone, Optional<DayOrder> dayOrder) {
        this.zone = zone;
        this.dayOrder = dayOrder;
    }

    /** Lines of one order share their time, so the last answer is kept. Empty when the text is no time. */
    Optional<Instant> parse(String text) {
        if (!text.equals(lastText)) {
            last = new Cursor(text).time();
            lastText = text;
        }
        return last;
    }

    private final class Cursor {
        private final String text;
        private int at;
        private boolean wrong;

        Cursor(String text) {
            this.text = text;
        }

        Optional<Instant> time() {
            try {
                Instant time = read();
                return wrong || at < text.length() ? Optional.empty() : Optional.of(time);
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }

        private Instant read() {
            int first = digits(1, 4);
            boolean iso = at == 4;
            skip(iso ? '-' : '/');
            int second = digits(iso ? 2 : 1, 2);
            skip(iso ? '-' : '/');
            int third = iso ? digits(2, 2) : digits(4, 4);
            int year = iso ? first : third;
            int month = iso ? second : monthOf(first, second);
            int day = iso ? third : first + second - month;
            wrong |= year < MIN_YEAR || year > MAX_YEAR;
            if (at == text.length()) {
                return local(year, month, day, 0, 0, 0, 0);
            }
            wrong |= !(next(' ') || (iso && next('T')));
            int hour = digits(1, 2);
            skip(':');
            int minute = digits(2, 2);
            int second60 = next(':') ? digits(2, 2) : 0;
            int nano = next('.') ? fraction() : 0;
            return iso && at < text.length()
                    ? LocalDateTime.of(year, month, day, hour, minute, second60, nano)
                            .toInstant(offset())
                    : local(year, month, day, hour, minute, second60, nano);
        }

        private Instant local(int year, int month, int day, int hour, int minute, int second, int nano) {
            return LocalDateTime.of(year, month, day, hour, minute, second, nano)
                    .atZone(zone)
                    .toInstant();
        }

        private int monthOf(int first, int second) {
            wrong |= dayOrder.isEmpty();
            return dayOrder.filter(order -> order == DayOrder.MONTH_FIRST).isPresent() ? first : second;
        }

        private ZoneOffset offset() {
            next(' ');
            String rest = text.substring(at);
            at = text.length();
            return ZoneOffset.of(rest);
        }

        private int fraction() {
            int start = at;
            int fraction = digits(1, NANO_DIGITS);
            for (int digits = at - start; digits < NANO_DIGITS; digits++) {
                fraction *= 10;
            }
            return fraction;
        }

        private int digits(int min, int max) {
            int start = at;
            int number = 0;
            while (at < text.length() && at - start < max && Character.digit(text.charAt(at), 10) >= 0) {
                number = number * 10 + Character.digit(text.charAt(at), 10);
                at++;
            }
            wrong |= at - start < min;
            return number;
        }

        private void skip(char expected) {
            wrong |= !next(expected);
        }

        private boolean next(char expected) {
            boolean there = at < text.length() && text.charAt(at) == expected;
            at += there ? 1 : 0;
            return there;
        }
    }
}
