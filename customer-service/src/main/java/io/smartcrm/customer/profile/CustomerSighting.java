package io.smartcrm.customer.profile;

import static java.util.Objects.requireNonNull;

/**
 * What another system told of a customer; absent texts are empty.
 *
 * @param identity how that system names the customer
 */
public record CustomerSighting(Identity identity, Profile profile) {
    private static final int SHORTEST_COUNTRY = 2;

    public CustomerSighting {
        requireNonNull(identity, "identity is null");
        requireNonNull(profile, "profile is null");
    }

    /**
     * @param country as that system writes it; recognised where possible
     * @throws io.smartcrm.wire.Failure INVALID when a text breaks the limits of a profile
     */
    public static CustomerSighting of(Identity identity, String name, String email, String country) {
        return of(identity, name, email, "", country);
    }

    /** As {@link #of(Identity, String, String, String)}, with a phone number as that system writes it. */
    public static CustomerSighting of(Identity identity, String name, String email, String phone, String country) {
        String known = country.length() < SHORTEST_COUNTRY ? "" : CountryName.recognise(country);
        return new CustomerSighting(identity, new Profile(name, email, phone, known));
    }
}
