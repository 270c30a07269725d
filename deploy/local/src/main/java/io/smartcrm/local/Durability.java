package io.smartcrm.local;

import java.util.Map;

/** What PostgreSQL does so that acknowledged writes survive a crash. */
enum Durability {
    /** Every acknowledged write survives the death of the process and of the machine. */
    SAFE,

    /** Fast and forgetful: for data that is thrown away after the test. */
    NONE;

    Map<String, String> settings() {
        return switch (this) {
            case SAFE -> Map.of("shared_buffers", "128MB", "max_wal_size", "2GB", "wal_compression", "on");
            case NONE ->
                Map.of(
                        "shared_buffers", "64MB",
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off");
        };
    }
}
