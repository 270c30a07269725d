package io.smartcrm.customer.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the keys are that the database must not hold. */
@ConfigMapping(prefix = "smartcrm.vault")
public interface VaultConfig {
    /** All replicas must see the same folder, backups of the database must not hold it. */
    @WithDefault("${SMARTCRM_DATA:${java.io.tmpdir}/smartcrm-data}/vault")
    Path folder();

    /** Data keys wrapped again in one transaction. */
    @WithDefault("1000")
    int rotationBatch();
}
