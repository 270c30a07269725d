package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.DataKey;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer and what is stored of the profile. */
record SealedCustomer(Customer customer, ProfileSeal.Sealed profile) {
    /** By all cores, as sealing thousands takes as long as storing them. */
    static List<SealedCustomer> of(ProfileSeal seal, Collection<Customer> customers, Map<UUID, DataKey> keys) {
        return customers.parallelStream()
                .map(customer -> new SealedCustomer(customer, seal.seal(key(keys, customer), customer.profile())))
                .toList();
    }

    static DataKey key(Map<UUID, DataKey> keys, Customer customer) {
        return Optional.ofNullable(keys.get(customer.id().value())).orElseThrow();
    }

    UUID id() {
        return customer.id().value();
    }

    /** Arrays of arrays would come apart: the codes of a name travel as the text of one. */
    @Nullable
    String nameCodes() {
        long @Nullable [] codes = profile.nameCodes;
        return codes == null ? null : Arrays.toString(codes).replace('[', '{').replace(']', '}');
    }

    OffsetDateTime updateTime() {
        return customer.updateTime().atOffset(ZoneOffset.UTC);
    }
}
