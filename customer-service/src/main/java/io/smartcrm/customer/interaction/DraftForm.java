package io.smartcrm.customer.interaction;

import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.profile.Profile;
import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a source tells of an interaction and checks it. */
public final class DraftForm {
    /** The oldest month that has a partition of its own. */
    static final Instant OLDEST = Instant.parse("2010-01-01T00:00:00Z");

    static final Duration FURTHEST_AHEAD = Duration.ofDays(1);
    private static final String DEFAULT_NAMESPACE = "shop";
    private static final String OURS = "customer";
    private static final Pattern TYPE = Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_]{0,59}");
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private String messageId = "";
    private String customerId = "";
    private String userId = "";
    private String anonymousId = "";
    private @Nullable Direction direction;
    private String type = "";
    private String channel = "";
    private String name = "";
    private @Nullable Instant occurTime;
    private String product = "";
    private String properties = "";
    private @Nullable DeliveryState deliveryState;
    private @Nullable Profile identification;

    public DraftForm messageId(String id) {
        messageId = text("messageId", id, 200);
        return this;
    }

    /** Our id of the customer. */
    public DraftForm customerId(String id) {
        customerId = id;
        return this;
    }

    /** The customer's name in another system: {@code namespace:value}, or a value of the namespace "shop". */
    public DraftForm userId(String id) {
        userId = text("userId", id, 265);
        return this;
    }

    public DraftForm anonymousId(String id) {
        anonymousId = text("anonymousId", id, 200);
        return this;
    }

    /** Null means what the name says. */
    public DraftForm direction(@Nullable Direction told) {
        direction = told;
        return this;
    }

    /** Empty means what the name says. */
    public DraftForm type(String told) {
        if (!told.isEmpty() && !TYPE.matcher(told).matches()) {
            throw Failure.invalid("type", "is not 1 to 60 lower-case letters, digits and underscores, such as view");
        }
        type = told;
        return this;
    }

    public DraftForm channel(String told) {
        if (!told.isEmpty() && !CHANNEL.matcher(told).matches()) {
            throw Failure.invalid("channel", "is not 1 to 40 lower-case letters, digits and hyphens, such as web");
        }
        channel = told;
        return this;
    }

    public DraftForm name(String told) {
        name = text("name", told, 200);
        return this;
    }

    /** Null means now. */
    public DraftForm occurTime(@Nullable Instant told) {
        occurTime = told;
        return this;
    }

    /** Id or code; empty means what the properties say. */
    public DraftForm product(String told) {
        product = text("product", told, 100);
        return this;
    }

    /** A JSON object; empty text is an empty one. */
    public DraftForm properties(String json) {
        properties = json;
        return this;
    }

    /** Null means what the name says. */
    public DraftForm deliveryState(@Nullable DeliveryState told) {
        deliveryState = told;
        return this;
    }

    /** The visitor is the user or customer; what is told of this person may be all empty. */
    public DraftForm identification(Profile told) {
        identification = told;
        return this;
    }

    /** @throws Failure INVALID when something is missing or does not fit together */
    public InteractionDraft checked(Instant now) {
        EventMeaning meaning = EventMeaning.of(name);
        String meant = type.isEmpty() ? meaning.type() : type;
        if (meant.isEmpty()) {
            throw Failure.invalid("type", "is missing; give a type, such as view, or a name, such as Product Viewed");
        }
        Direction way = direction != null ? direction : deliveryState != null ? Direction.OUT : meaning.direction();
        if (way == Direction.IN && deliveryState != null) {
            throw Failure.invalid("deliveryState", "is of messages to the customer alone; the direction is IN");
        }
        var properly = PropertyText.clean(properties);
        Optional<UUID> customer = customer();
        Optional<Identity> user = customer.isPresent() ? Optional.empty() : user();
        if (customer.isEmpty() && user.isEmpty() && anonymousId.isEmpty()) {
            throw Failure.invalid("userId", "is missing; name a customerId, a userId or an anonymousId");
        }
        return new InteractionDraft(
                messageId,
                customer,
                user,
                anonymousId,
                way,
                meant,
                channel.isEmpty() ? meaning.channel() : channel,
                name,
                time("occurTime", occurTime, now),
                product.isEmpty() ? shortened(properly.product()) : product,
                properly.json(),
                way == Direction.OUT ? Optional.of(state(meaning)) : Optional.empty(),
                Optional.ofNullable(identification));
    }

    /** @throws Failure INVALID when the time cannot be kept */
    static Instant time(String field, @Nullable Instant told, Instant now) {
        if (told == null) {
            return now.truncatedTo(ChronoUnit.MICROS);
        }
        if (told.isBefore(OLDEST)) {
            throw Failure.invalid(field, told + " is before " + OLDEST);
        }
        if (told.isAfter(now.plus(FURTHEST_AHEAD))) {
            throw Failure.invalid(field, told + " is more than a day ahead; look at the clock of its source");
        }
        return told.truncatedTo(ChronoUnit.MICROS);
    }

    private DeliveryState state(EventMeaning meaning) {
        return deliveryState != null ? deliveryState : meaning.deliveryState().orElse(DeliveryState.QUEUED);
    }

    private Optional<UUID> customer() {
        boolean ours = customerId.isEmpty() && userId.startsWith(OURS + ":");
        String id = ours ? userId.substring(OURS.length() + 1) : customerId;
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid(ours ? "userId" : "customerId", "'" + id + "' is not the id of a customer");
        }
    }

    private Optional<Identity> user() {
        if (userId.isEmpty()) {
            return Optional.empty();
        }
        int colon = userId.indexOf(':');
        String namespace = colon < 0 ? DEFAULT_NAMESPACE : userId.substring(0, colon);
        String value = userId.substring(colon + 1).strip();
        if (namespace.isBlank() || namespace.length() > 64 || value.isEmpty() || value.length() > 200) {
            throw Failure.invalid("userId", "is not a value of 1 to 200 characters, or such as shop:4711");
        }
        return Optional.of(new Identity(namespace, value));
    }

    /** What properties call a product is not checked: it may be none of ours. */
    private static String shortened(String product) {
        return product.length() > 100 ? "" : product;
    }

    private static String text(String field, String told, int longest) {
        String stripped = told.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw Failure.invalid(field, "is longer than " + longest + " characters");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character, such as a line break");
        }
        return stripped;
    }
}
