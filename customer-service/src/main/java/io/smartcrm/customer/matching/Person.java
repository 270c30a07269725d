package io.smartcrm.customer.matching;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * What is compared of a customer; each text may be empty, and is written as its source wrote it.
 *
 * @param country ISO 3166-1 alpha-2 where known
 * @param trait the value of an attribute that tells people apart, such as a birth date or a postal code
 */
public record Person(UUID id, String name, String email, String phone, String country, String trait) {
    public Person {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(phone, "phone is null");
        requireNonNull(country, "country is null");
        requireNonNull(trait, "trait is null");
    }
}
