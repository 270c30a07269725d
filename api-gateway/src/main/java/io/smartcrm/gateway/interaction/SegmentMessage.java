package io.smartcrm.gateway.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.interaction.NewInteraction.Person;
import io.smartcrm.wire.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message in the shape of Segment's HTTP tracking API; fields that mean nothing here are passed over. */
record SegmentMessage(JsonNode json, Type type) {
    private static final int MOST_A_BATCH = 1_000;
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    /** What a message tells. */
    enum Type {
        TRACK,
        IDENTIFY,
        PAGE,
        SCREEN,
        ALIAS
    }

    /**
     * The messages of a batch, each to be read by itself.
     *
     * @throws Failure INVALID when the body is no batch
     */
    static List<Supplier<NewInteraction>> batch(@Nullable JsonNode body) {
        JsonNode batch = Parameters.body(body).path("batch");
        if (!batch.isArray() || batch.isEmpty() || batch.size() > MOST_A_BATCH) {
            throw Failure.invalid("batch", "is not an array of 1 to " + MOST_A_BATCH + " messages");
        }
        List<Supplier<NewInteraction>> messages = new ArrayList<>(batch.size());
        batch.forEach(message -> messages.add(() -> ofBatch(message).interaction()));
        return messages;
    }

    /** @throws Failure INVALID when it is no message, or of no type that is taken here */
    private static SegmentMessage ofBatch(JsonNode json) {
        String type = text(json, "type");
        for (Type known : Type.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(type)) {
                return new SegmentMessage(json, known);
            }
        }
        throw Failure.invalid("type", "'" + type + "' is not one of track, identify, page, screen, alias");
    }

    /** @throws Failure INVALID when a field is not what it should be */
    NewInteraction interaction() {
        return switch (type) {
            case TRACK -> interaction("", present("event"), text(json, "anonymousId"), null);
            case IDENTIFY -> interaction("identify", "", text(json, "anonymousId"), person());
            case PAGE, SCREEN -> interaction("visit", text(json, "name"), text(json, "anonymousId"), null);
            case ALIAS -> interaction("identify", "", present("previousId"), Person.UNTOLD);
        };
    }

    private NewInteraction interaction(String kind, String name, String anonymousId, @Nullable Person person) {
        return new NewInteraction(
                text(json, "messageId"),
                null,
                text(json, "userId"),
                anonymousId,
                null,
                kind,
                channel(),
                name,
                time(),
                null,
                properties(),
                null,
                person);
    }

    private String channel() {
        String told = text(json, "channel").toLowerCase(Locale.ROOT);
        if (told.isEmpty()) {
            return type == Type.PAGE ? "web" : type == Type.SCREEN ? "mobile" : "";
        }
        return told.equals("browser") ? "web" : CHANNEL.matcher(told).matches() ? told : "";
    }

    private @Nullable Instant time() {
        String told = text(json, "timestamp");
        String time = told.isEmpty() ? text(json, "originalTimestamp") : told;
        try {
            return time.isEmpty() ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException malformed) {
            throw Failure.invalid("timestamp", "'" + shortened(time) + "' is not such as 2026-03-01T12:00:00Z");
        }
    }

    /** With the campaign of the context, which says where a visitor came from. */
    private @Nullable JsonNode properties() {
        JsonNode told = json.path("properties");
        if (!told.isMissingNode() && !told.isNull() && !told.isObject()) {
            throw Failure.invalid("properties", "are not an object");
        }
        JsonNode campaign = json.path("context").path("campaign");
        if (campaign.isObject() && !told.has("campaign")) {
            ObjectNode both = told.isObject() ? (ObjectNode) told : ((ObjectNode) json).objectNode();
            return both.set("campaign", campaign);
        }
        return told.isObject() ? told : null;
    }

    private Person person() {
        JsonNode traits = json.path("traits");
        if (!traits.isMissingNode() && !traits.isNull() && !traits.isObject()) {
            throw Failure.invalid("traits", "are not an object");
        }
        String whole = text(traits, "name");
        String parts = (text(traits, "firstName") + " " + text(traits, "lastName")).strip();
        String country = text(traits.path("address"), "country");
        return new Person(
                whole.isEmpty() ? parts : whole,
                text(traits, "email"),
                text(traits, "phone"),
                country.isEmpty() ? text(traits, "country") : country);
    }

    private String present(String field) {
        String text = text(json, field);
        if (text.isEmpty()) {
            throw Failure.invalid(field, "is missing");
        }
        return text;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isContainerNode()) {
            throw Failure.invalid(field, "is not text");
        }
        return value.asText("").strip();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
