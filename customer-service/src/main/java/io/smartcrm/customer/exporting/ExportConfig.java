package io.smartcrm.customer.exporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What exports may cost, and where their files wait. */
@ConfigMapping(prefix = "smartcrm.export")
interface ExportConfig {
    /** Written files, until they expire; all replicas must see the same folder. */
    @WithDefault("${SMARTCRM_DATA:${java.io.tmpdir}/smartcrm-data}/exports")
    Path folder();

    /** Of a finished file. */
    @WithDefault("P1D")
    Duration keep();

    /** Of a file as it is written: 8 GiB. */
    @WithDefault("8589934592")
    long maxFileBytes();

    /** Exports that run at once in this process. */
    @WithDefault("2")
    int parallel();

    /** Exports that one principal may have waiting or running. */
    @WithDefault("10")
    int openPerPrincipal();

    /** Between two looks for work, when nobody called; and after the database failed. */
    @WithDefault("PT2S")
    Duration pollInterval();

    /** Between two looks of a watcher. */
    @WithDefault("PT0.3S")
    Duration watchInterval();
}
