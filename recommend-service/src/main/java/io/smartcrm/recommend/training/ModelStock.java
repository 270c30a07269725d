package io.smartcrm.recommend.training;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Brings models between the database and the place where they serve; goes back to an older one that can be read. */
@ApplicationScoped
class ModelStock {
    private final ServingModel serving;
    private final TrainingConfig config;
    private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();

    ModelStock(ServingModel serving, TrainingConfig config) {
        this.serving = serving;
        this.config = config;
    }

    /** Lets the newest readable model serve unless it does already. */
    void takeNewest(Connection connection) throws SQLException {
        Optional<UUID> present = serving.current().map(held -> held.version().id());
        for (ModelVersion version : ModelTable.newestFirst(connection)) {
            if (present.equals(Optional.of(version.id()))) {
                return;
            }
            if (!unreadable.contains(version.id()) && take(connection, version)) {
                return;
            }
        }
    }

    /**
     * Goes back to a version.
     *
     * @return empty when there is no such version that can be read
     */
    Optional<ModelVersion> restore(Connection connection, UUID id) throws SQLException {
        Optional<ModelVersion> version = ModelTable.newestFirst(connection).stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst();
        if (version.isEmpty() || !take(connection, version.get())) {
            return Optional.empty();
        }
        ModelTable.holdAt(connection, id);
        return version;
    }

    private boolean take(Connection connection, ModelVersion version) throws SQLException {
        Optional<byte[]> artefact = ModelTable.artefact(connection, version.id());
        if (artefact.isEmpty()) {
            return false;
        }
        try {
            serving.swap(new ServingModel.Versioned(version, TrainedModelFormat.read(artefact.get())));
            Log.infof("Model %s of %s serves", version.id(), version.trainTime());
            return true;
        } catch (IOException broken) {
            unreadable.add(version.id());
            Log.warnf(broken, "Model %s cannot be read; the one before it is tried", version.id());
            return false;
        }
    }

    /** Stores a model, commits, and lets it serve. */
    void put(Connection connection, ServingModel.Versioned trained) throws SQLException {
        ModelTable.add(connection, trained.version(), TrainedModelFormat.write(trained.model()));
        ModelTable.prune(connection, config.keptVersions());
        connection.commit();
        serving.swap(trained);
    }
}
