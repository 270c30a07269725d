package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileInspection;
import io.smartcrm.customer.recordfile.FileRefusal;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the beginning of a file and says what it seems to be. Blocks: for worker threads. */
@ApplicationScoped
class Inspections {
    private static final int MAX_BYTES = 2 << 20;

    /**
     * @param columns our field to the column that seems to hold it
     * @param missing fields that are needed and no column seems to hold
     */
    record Inspection(FileInspection file, ImportEntity entity, Map<String, String> columns, List<String> missing) {
        private static Inspection of(FileInspection file, ImportEntity entity) {
            Map<String, String> columns = file.propose(entity.shape());
            List<String> missing = entity.shape().fields().stream()
                    .filter(FileField::required)
                    .map(FileField::label)
                    .filter(label -> !columns.containsKey(label))
                    .toList();
            return new Inspection(file, entity, columns, missing);
        }

        /** How much of the file this reading explains. */
        private long fit() {
            return columns.size() - 3L * missing.size();
        }
    }

    /**
     * @param complete whether that is all of the file
     * @param entity what its rows are; empty: guess it
     */
    Inspection of(byte[] content, boolean complete, Optional<ImportEntity> entity) {
        if (content.length > MAX_BYTES) {
            throw Failure.invalid("content", "is longer than " + MAX_BYTES + " bytes; its beginning will do");
        }
        try {
            FileInspection file = FileInspection.of(content, complete);
            return entity.map(known -> Inspection.of(file, known))
                    .orElseGet(() -> Arrays.stream(ImportEntity.values())
                            .map(guess -> Inspection.of(file, guess))
                            .max(Comparator.comparingLong(Inspection::fit))
                            .orElseThrow());
        } catch (FileRefusal refused) {
            throw new Failure(Failure.Kind.UNPROCESSABLE, "FILE_UNREADABLE", refused.text());
        } catch (IOException broken) {
            throw new IllegalStateException("bytes in memory cannot be read", broken);
        }
    }
}
