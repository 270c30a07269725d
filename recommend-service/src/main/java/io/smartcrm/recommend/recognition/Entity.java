package io.smartcrm.recommend.recognition;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A node of the graph that is no product: two are the same when type and normal form of the name are.
 *
 * @param name as people write it
 */
public record Entity(EntityType type, String name) {
    public Entity {
        requireNonNull(type, "type is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an entity of type " + type + " without a name");
        }
    }

    /** For ever the same for the same thing: the type and the normal form, as {@code colour:sage-green}. */
    public String id() {
        return type.name().toLowerCase(Locale.ROOT) + ":"
                + Tokens.normal(name).replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^-|-$", "");
    }
}
