package io.smartcrm.customer.merging;

import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.Profile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The winner as it was, as far as the merge changed it: enough to restore each field that nobody changed since. */
final class Before {
    private static final String TAGS = "tags";
    private static final String ATTRIBUTES = "attributes";
    private static final int MAX_TAGS = 50;

    private Before() {}

    /** The winner with what survives; tags of both, and what attributes it lacked. */
    static OpenCustomer merged(OpenCustomer winner, OpenCustomer loser, Profile survivor) {
        Set<String> tags = new LinkedHashSet<>(winner.tags());
        loser.tags().stream().limit(MAX_TAGS - tags.size()).forEach(tags::add);
        JsonObject attributes = new JsonObject(loser.attributes()).mergeIn(new JsonObject(winner.attributes()));
        return winner.withProfile(survivor)
                .withLabels(
                        tags.size() == winner.tags().size() ? winner.tags() : List.copyOf(tags), attributes.encode());
    }

    /** As text to be sealed. */
    static String of(OpenCustomer winner, Set<String> takenFields) {
        var before = new JsonObject()
                .put(TAGS, new JsonArray(new ArrayList<>(winner.tags())))
                .put(ATTRIBUTES, new JsonArray(List.copyOf(new JsonObject(winner.attributes()).fieldNames())));
        takenFields.forEach(field -> before.put(field, value(winner.profile(), field)));
        return before.encode();
    }

    /** The winner without what the merge brought, where it is still as the merge left it. */
    static OpenCustomer restored(OpenCustomer winner, OpenCustomer loser, String sealedBefore) {
        var before = new JsonObject(sealedBefore);
        Profile now = winner.profile();
        var profile = new Profile(
                field("name", before, now, loser.profile()),
                field("email", before, now, loser.profile()),
                field("phone", before, now, loser.profile()),
                field("country", before, now, loser.profile()));
        List<String> tags = new ArrayList<>(winner.tags());
        JsonArray tagsBefore = before.getJsonArray(TAGS);
        tags.removeIf(tag -> loser.tags().contains(tag) && !tagsBefore.contains(tag));
        var attributes = new JsonObject(winner.attributes());
        var losers = new JsonObject(loser.attributes());
        JsonArray namesBefore = before.getJsonArray(ATTRIBUTES);
        for (String name : losers.fieldNames()) {
            if (!namesBefore.contains(name) && losers.getValue(name).equals(attributes.getValue(name))) {
                attributes.remove(name);
            }
        }
        return winner.withProfile(profile).withLabels(tags, attributes.encode());
    }

    private static String field(String field, JsonObject before, Profile now, Profile loser) {
        String current = value(now, field);
        return before.containsKey(field) && current.equals(value(loser, field)) ? before.getString(field) : current;
    }

    private static String value(Profile profile, String field) {
        return switch (field) {
            case "name" -> profile.name();
            case "email" -> profile.email();
            case "phone" -> profile.phone();
            case "country" -> profile.country();
            default -> throw new IllegalArgumentException("a profile has no " + field);
        };
    }
}
