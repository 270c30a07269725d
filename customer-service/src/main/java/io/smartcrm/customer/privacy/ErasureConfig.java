package io.smartcrm.customer.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;

/** Who must forget, and where it is remembered whom. */
@ConfigMapping(prefix = "smartcrm.erasure")
public interface ErasureConfig {
    /** Services that must answer before an erasure is complete, besides this one. */
    @WithDefault("forecast-service,recommend-service,loyalty-service")
    List<String> services();

    /** The ledger that outlives the database: a backup of an earlier time must not bring anybody back. */
    @WithDefault("${SMARTCRM_DATA:${java.io.tmpdir}/smartcrm-data}/erasures/ledger")
    Path ledger();
}
