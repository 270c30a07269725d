package io.smartcrm.loyalty.strategy;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.UUID;

/** What makes a strategy look at a customer. */
public sealed interface Trigger {
    /** What a strategy listens to. */
    enum Kind {
        ORDER_PLACED,
        REFUND_ISSUED,
        CASE_RATED,
        LIFECYCLE,
        SEGMENT,
        CROSSING,
        SCHEDULE
    }

    Kind kind();

    /** Whether it says something about the customer beyond what just happened. */
    default boolean byProfile() {
        return true;
    }

    /** Something happened. */
    record Event(Kind kind) implements Trigger {
        public Event {
            if (kind != Kind.ORDER_PLACED && kind != Kind.REFUND_ISSUED && kind != Kind.CASE_RATED) {
                throw new Refused("trigger.event", kind + " is no event");
            }
        }

        @Override
        public boolean byProfile() {
            return false;
        }
    }

    /**
     * A customer passed from one state of life to another.
     *
     * @param from empty for any
     * @param to empty for any
     */
    record Lifecycle(Set<LifecycleState.Name> from, Set<LifecycleState.Name> to) implements Trigger {
        public Lifecycle {
            from = Set.copyOf(from);
            to = Set.copyOf(to);
        }

        @Override
        public Kind kind() {
            return Kind.LIFECYCLE;
        }

        public boolean matches(LifecycleState.Name before, LifecycleState.Name after) {
            return (from.isEmpty() || from.contains(before)) && (to.isEmpty() || to.contains(after));
        }
    }

    /** A customer entered or left a segment. */
    record Segment(UUID segment, boolean entered) implements Trigger {
        @Override
        public Kind kind() {
            return Kind.SEGMENT;
        }
    }

    /** A number of a customer came to a threshold from the other side. */
    record Crossing(Fact fact, Direction direction, double threshold) implements Trigger {
        /** Which way. */
        public enum Direction {
            /** To the threshold or above. */
            UP,
            /** To the threshold or below. */
            DOWN
        }

        public Crossing {
            if (!fact.isCrossable()) {
                throw new Refused("trigger.crossing.fact", fact + " cannot be watched; choose another fact");
            }
            if (!Double.isFinite(threshold)) {
                throw new Refused("trigger.crossing.threshold", "is no number");
            }
        }

        @Override
        public Kind kind() {
            return Kind.CROSSING;
        }
    }

    /**
     * The clock: every customer, or everybody in the segment, is looked at.
     *
     * @param day 1 to 7 for Monday to Sunday, or 1 to 28 of the month; 0 for daily
     */
    record Schedule(Cadence cadence, int day, LocalTime time, ZoneId zone) implements Trigger {
        /** How often. */
        public enum Cadence {
            DAILY(0),
            WEEKLY(7),
            MONTHLY(28);

            private final int days;

            Cadence(int days) {
                this.days = days;
            }
        }

        public Schedule {
            int least = cadence == Cadence.DAILY ? 0 : 1;
            if (day < least || day > cadence.days) {
                throw new Refused("trigger.schedule.day", day + " is not from " + least + " to " + cadence.days);
            }
        }

        @Override
        public Kind kind() {
            return Kind.SCHEDULE;
        }

        /** The last time that it was due. */
        public Instant latest(Instant now) {
            LocalDate date = now.atZone(zone).toLocalDate();
            LocalDate due = onOrBefore(date);
            Instant slot = due.atTime(time).atZone(zone).toInstant();
            return slot.isAfter(now)
                    ? onOrBefore(due.minusDays(1)).atTime(time).atZone(zone).toInstant()
                    : slot;
        }

        private LocalDate onOrBefore(LocalDate date) {
            return switch (cadence) {
                case DAILY -> date;
                case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
                case MONTHLY ->
                    date.getDayOfMonth() >= day
                            ? date.withDayOfMonth(day)
                            : date.minusMonths(1).withDayOfMonth(day);
            };
        }
    }
}
