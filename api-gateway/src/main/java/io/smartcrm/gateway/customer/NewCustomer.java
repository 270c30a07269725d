package io.smartcrm.gateway.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.gateway.customer.CustomerView.IdentityView;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a customer who is not recorded yet. */
@Schema(examples = """
    {"identities": [{"namespace": "shop", "value": "12347"}], "name": "Ada Example", \
    "email": "ada@example.org", "country": "GB", "tags": ["vip"]}\
    """)
public record NewCustomer(
        @Nullable List<IdentityView> identities,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable List<String> tags,
        @Nullable Map<String, JsonNode> attributes,
        @Nullable String team) {
    List<IdentityView> named() {
        return identities == null ? List.of() : List.copyOf(identities);
    }
}
