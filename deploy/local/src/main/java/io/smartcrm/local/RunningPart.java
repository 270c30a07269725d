package io.smartcrm.local;

/** A part that runs in a process of its own and answers. */
public interface RunningPart extends AutoCloseable {
    PartProcess process();

    /** Stops the part cleanly; does nothing if it has ended. */
    @Override
    void close();
}
