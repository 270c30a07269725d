package io.smartcrm.customer.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What imports may cost, and where their files wait. */
@ConfigMapping(prefix = "smartcrm.import")
public interface ImportConfig {
    /** Uploaded files, until their import ended; all replicas must see the same folder. */
    @WithDefault("${SMARTCRM_DATA:${java.io.tmpdir}/smartcrm-data}/imports")
    Path folder();

    /** Of an uploaded file as it is sent: 4 GiB. */
    @WithDefault("4294967296")
    long maxFileBytes();

    /** Of a packed file once unpacked: 16 GiB. */
    @WithDefault("17179869184")
    long maxUnpackedBytes();

    /** Unpacked to packed bytes; files of records pack 5 to 30 fold, bombs 1,000 fold. */
    @WithDefault("200")
    int maxPackingRatio();

    /** Characters of one line or cell: 1 Mi. */
    @WithDefault("1048576")
    int maxLineCharacters();

    /** Rows of one transaction: enough for COPY to pay, few enough for a heap of 192 MiB. */
    @WithDefault("50000")
    int batchRows();

    /** Imports that run at once in this process. */
    @WithDefault("2")
    int parallel();

    /** After so long an import lets others that wait go on; opening its file again costs less than that. */
    @WithDefault("PT1M")
    Duration turn();

    /** Between two looks for work, when nobody called; and after the database failed. */
    @WithDefault("PT2S")
    Duration pollInterval();

    /** Between two looks of a watcher. */
    @WithDefault("PT0.3S")
    Duration watchInterval();

    /** An upload that sends nothing for so long is given up. */
    @WithDefault("PT1M")
    Duration uploadPatience();
}
