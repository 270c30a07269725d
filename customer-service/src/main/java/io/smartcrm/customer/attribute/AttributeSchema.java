package io.smartcrm.customer.attribute;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smartcrm.wire.Failure;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All attributes that are defined. */
public final class AttributeSchema {
    private final Map<String, AttributeDefinition> definitions;

    public AttributeSchema(Collection<AttributeDefinition> definitions) {
        this.definitions = definitions.stream().collect(toMap(AttributeDefinition::name, identity()));
    }

    /**
     * The values as they are kept.
     *
     * @throws Failure INVALID naming the attribute that is not defined, or whose value is not what its definition asks
     */
    public Map<String, Object> check(Map<String, Object> values) {
        Map<String, Object> checked = new TreeMap<>();
        values.forEach((name, value) -> checked.put(name, definition(name).check(value)));
        return checked;
    }

    /** @throws Failure INVALID when there is none */
    public AttributeDefinition definition(String name) {
        AttributeDefinition definition = definitions.get(name);
        if (definition == null) {
            throw Failure.invalid(
                    "attributes." + name, "is not defined; these are: " + new TreeSet<>(definitions.keySet()));
        }
        return definition;
    }

    public Collection<AttributeDefinition> definitions() {
        return definitions.values();
    }
}
