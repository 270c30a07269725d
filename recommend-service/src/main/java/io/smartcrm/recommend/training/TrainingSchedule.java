package io.smartcrm.recommend.training;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Asks every second whether a training is due; a run that takes longer skips the next. */
@ApplicationScoped
class TrainingSchedule {
    private final Training training;

    TrainingSchedule(Training training) {
        this.training = training;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            training.follow();
        } catch (SQLException failed) {
            Log.warnf(failed, "Models stay as they are: the database failed; next attempt in a second");
        }
    }
}
