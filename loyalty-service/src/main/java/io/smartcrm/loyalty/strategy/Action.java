package io.smartcrm.loyalty.strategy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a strategy does for a customer. */
public sealed interface Action {
    /** The actions by name. */
    enum Kind {
        POINTS,
        VOUCHER,
        OFFER,
        PUBLISH,
        WEBHOOK,
        EMAIL,
        TASK
    }

    Kind kind();

    /** Whether the customer is written to, which needs a consent and counts as a contact. */
    default boolean contacts() {
        return false;
    }

    /** Credits points. */
    record Points(long points) implements Action {
        private static final long MOST = 1_000_000;

        public Points {
            if (points < 1 || points > MOST) {
                throw new Refused("points", points + " is not from 1 to " + MOST + " points");
            }
        }

        @Override
        public Kind kind() {
            return Kind.POINTS;
        }
    }

    /** Gives a reward for nothing. */
    record Voucher(UUID reward) implements Action {
        @Override
        public Kind kind() {
            return Kind.VOUCHER;
        }
    }

    /**
     * Shows something where the shop has a place for it.
     *
     * @param slot the place, such as {@code home-top}
     * @param products to recommend
     * @param days how long it is shown
     */
    record Offer(String slot, String title, String text, List<UUID> products, int days) implements Action {
        public Offer {
            products = List.copyOf(products);
        }

        @Override
        public Kind kind() {
            return Kind.OFFER;
        }
    }

    /** Tells the suite, for whoever listens. */
    record Publish(String name, Map<String, String> attributes) implements Action {
        public Publish {
            attributes = Map.copyOf(attributes);
        }

        @Override
        public Kind kind() {
            return Kind.PUBLISH;
        }
    }

    /** Tells another system. */
    record Webhook(URI url, Map<String, String> attributes) implements Action {
        public Webhook {
            attributes = Map.copyOf(attributes);
        }

        @Override
        public Kind kind() {
            return Kind.WEBHOOK;
        }
    }

    /**
     * Writes to the customer; who keeps the address sends it.
     *
     * @param html empty for plain text alone
     */
    record Email(String subject, String text, String html) implements Action {
        /** What can be put in. */
        private static final Set<String> PLACES =
                Set.of("name", "points", "tier", "orders", "points_expiring", "to_next_tier", "voucher");

        private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");

        public Email {
            for (String place : places(subject + text + html)) {
                if (!PLACES.contains(place)) {
                    throw new Refused("email", "{{" + place + "}} is none of the places " + new TreeSet<>(PLACES));
                }
            }
        }

        /** The places that are used. */
        public Set<String> places() {
            return places(subject + text + html);
        }

        private static Set<String> places(String text) {
            Set<String> found = new TreeSet<>();
            Matcher places = PLACE.matcher(text);
            while (places.find()) {
                found.add(places.group(1));
            }
            return found;
        }

        @Override
        public Kind kind() {
            return Kind.EMAIL;
        }

        @Override
        public boolean contacts() {
            return true;
        }
    }

    /** Asks an agent to do something for the customer. */
    record Task(String subject, Urgency urgency) implements Action {
        /** As cases have it. */
        public enum Urgency {
            LOW,
            NORMAL,
            HIGH,
            URGENT
        }

        @Override
        public Kind kind() {
            return Kind.TASK;
        }
    }
}
