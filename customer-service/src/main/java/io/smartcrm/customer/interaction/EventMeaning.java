package io.smartcrm.customer.interaction;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an event's name says, in the vocabulary of the usual ecommerce and e-mail events; another name is its own type.
 *
 * @param deliveryState of a message to the customer
 */
record EventMeaning(String type, Direction direction, String channel, Optional<DeliveryState> deliveryState) {
    private static final int LONGEST_TYPE = 60;
    private static final Pattern DELIVERY = Pattern.compile("(email|sms|push notification|push|letter|message) (.+)");
    private static final Map<String, DeliveryState> DELIVERIES = Map.ofEntries(
            Map.entry("queued", DeliveryState.QUEUED),
            Map.entry("sent", DeliveryState.SENT),
            Map.entry("failed", DeliveryState.FAILED),
            Map.entry("delivered", DeliveryState.DELIVERED),
            Map.entry("received", DeliveryState.DELIVERED),
            Map.entry("bounced", DeliveryState.BOUNCED),
            Map.entry("opened", DeliveryState.OPENED),
            Map.entry("tapped", DeliveryState.CLICKED),
            Map.entry("clicked", DeliveryState.CLICKED),
            Map.entry("link clicked", DeliveryState.CLICKED),
            Map.entry("answered", DeliveryState.ANSWERED),
            Map.entry("replied", DeliveryState.ANSWERED));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("product viewed", "view"),
            Map.entry("product list viewed", "view"),
            Map.entry("product clicked", "click"),
            Map.entry("promotion clicked", "click"),
            Map.entry("product added", "cart"),
            Map.entry("product added to cart", "cart"),
            Map.entry("product removed", "cart_removal"),
            Map.entry("product added to wishlist", "wishlist"),
            Map.entry("products searched", "search"),
            Map.entry("page viewed", "visit"),
            Map.entry("call received", "call"),
            Map.entry("email received", "message"));

    static EventMeaning of(String name) {
        String words = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        String known = TYPES.get(words);
        if (known != null) {
            return new EventMeaning(known, Direction.IN, "", Optional.empty());
        }
        Matcher delivery = DELIVERY.matcher(words);
        DeliveryState state = delivery.matches() ? DELIVERIES.get(delivery.group(2)) : null;
        if (state != null) {
            String channel = delivery.group(1).startsWith("push") ? "push" : delivery.group(1);
            return new EventMeaning(
                    "message", Direction.OUT, channel.equals("message") ? "" : channel, Optional.of(state));
        }
        return new EventMeaning(typeOf(words), Direction.IN, "", Optional.empty());
    }

    /** Letters and digits of any script, joined by underscores; empty when there is none. */
    private static String typeOf(String words) {
        String joined = words.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
        int end = joined.offsetByCodePoints(0, Math.min(LONGEST_TYPE, joined.codePointCount(0, joined.length())));
        return joined.substring(0, end);
    }
}
