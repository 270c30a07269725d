package io.smartcrm.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time (user and system, all threads, compiler included) this process spends after {@link #start}. */
public final class CpuClock {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long started;

    private CpuClock(long started) {
        this.started = started;
    }

    public static CpuClock start() {
        return new CpuClock(SYSTEM.getProcessCpuTime());
    }

    /** Seconds since the start; the kernel counts in steps of about 10 ms. */
    public double seconds() {
        return (SYSTEM.getProcessCpuTime() - started) / 1e9;
    }
}
