package io.smartcrm.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What a run of the suite measured: when each part answered, and what it holds when nothing is asked of it. */
final class Figures {
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(20);

    private final LocalSuite suite;
    private final Duration ready;

    Figures(LocalSuite suite, Duration ready) {
        this.suite = suite;
        this.ready = ready;
    }

    void print(PrintStream out) throws InterruptedException {
        Thread.sleep(UNTIL_IDLE.toMillis());
        long total = 0;
        for (String part : suite.parts().names()) {
            OptionalLong memory = ProcessMemory.mebibytes(suite.process(part).handles());
            total += memory.orElse(0);
            Readiness readiness = suite.parts().readiness(part);
            out.printf(
                    "figure part=%s ready_seconds=%.1f ready_cpu_seconds=%.1f idle_mib=%s%n",
                    part,
                    readiness.after().toMillis() / 1000.0,
                    readiness.processor().toMillis() / 1000.0,
                    memory.isPresent() ? memory.getAsLong() : "unknown");
        }
        long own = ProcessMemory.mebibytes(List.of(ProcessHandle.current())).orElse(0);
        out.printf("figure part=launcher idle_mib=%d%n", own);
        out.printf("figure part=all ready_seconds=%.1f idle_mib=%d%n", ready.toMillis() / 1000.0, total + own);
    }
}
