package io.smartcrm.customer.segmentlanguage;

import java.util.Map;
import java.util.Set;

/**
 * The names that this shop defined.
 *
 * @param attributes of customers, and what they are
 * @param purposes of consent; none means that there is no register of them
 */
public record Vocabulary(Map<String, ValueType> attributes, Set<String> purposes) {
    public Vocabulary {
        attributes = Map.copyOf(attributes);
        purposes = Set.copyOf(purposes);
    }
}
