package io.smartcrm.local;

import java.time.Duration;

/** A part that runs in a process of its own and answers. */
public interface RunningPart extends AutoCloseable {
    PartProcess process();

    /** What its processes have used of the processors so far; other programs on the machine lengthen it little. */
    default Duration processorTime() {
        return process().handles().stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Stops the part cleanly; does nothing if it has ended. */
    @Override
    void close();
}
