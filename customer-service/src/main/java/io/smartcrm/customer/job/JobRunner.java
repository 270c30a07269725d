package io.smartcrm.customer.job;

import java.sql.SQLException;

/** Does the work of one kind of job, from where it stands to its end; a bean of the feature whose work it is. */
public interface JobRunner {
    JobKind kind();

    /**
     * Works in batches, each committed by {@link JobRun#advance}, and returns at the end or when the run is to stop.
     *
     * @throws io.smartcrm.wire.Failure when the job cannot be done, saying why and what to do
     */
    void run(JobRun run) throws SQLException;
}
