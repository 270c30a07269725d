package io.smartcrm.loyalty.birthday;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where a birthday is found. */
@ConfigMapping(prefix = "smartcrm.birthday")
public interface BirthdayConfig {
    /** The customer's attribute, of the type date. */
    @WithDefault("birthday")
    String attribute();
}
