package io.smartcrm.recommend.knowledge;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Asks every second whether the catalogue is to be read; a run that takes longer skips the next. */
@ApplicationScoped
class KnowledgeSchedule {
    private final KnowledgeReading reading;

    KnowledgeSchedule(KnowledgeReading reading) {
        this.reading = reading;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            reading.follow();
        } catch (SQLException failed) {
            Log.warnf(failed, "The knowledge graph stays as it is: the database failed; next attempt in a second");
        }
    }
}
