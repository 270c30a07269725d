package io.smartcrm.gateway.customer;

import io.smartcrm.gateway.customer.CustomerView.IdentityView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a customer who is not recorded yet. */
@Schema(examples = """
                {"identities": [{"namespace": "shop", "value": "12347"}], "name": "Ada Example", \
                "email": "ada@example.org", "country": "GB"}""")
public record NewCustomer(
        @Nullable List<IdentityView> identities,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country) {
    List<IdentityView> named() {
        return identities == null ? List.of() : List.copyOf(identities);
    }
}
