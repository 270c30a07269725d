package io.smartcrm.customer.importing;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.recordfile.ColumnMapping;
import java.time.Instant;
import java.util.Optional;

/**
 * A file on its way into the system of record.
 *
 * @param dryRun whether it only tries
 * @param totalBytes of the file as it was sent
 * @param failure why it failed and what to do; empty otherwise
 * @param encoding recognised in the file; empty before
 * @param delimiter recognised in the file; empty before
 * @param cancelRequested whether it is to stop after the batch that it is at
 */
record Import(
        ImportId id,
        String fileName,
        ImportState state,
        ColumnMapping mapping,
        boolean dryRun,
        long totalBytes,
        Progress progress,
        Result result,
        Reverted reverted,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        String failure,
        String encoding,
        String delimiter,
        boolean cancelRequested) {
    Import {
        requireNonNull(id, "id is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(state, "state is null");
        requireNonNull(mapping, "mapping is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(result, "result is null");
        requireNonNull(createTime, "createTime is null");
    }

    /**
     * How far it is; what is counted is committed.
     *
     * @param readBytes of the file as it was sent
     * @param readRows data rows up to the last committed one
     */
    record Progress(long readBytes, long readRows, long acceptedRows, long rejectedRows) {}

    /** What it created or changed. */
    record Result(
            long customers,
            long products,
            long sales,
            long refunds,
            long adjustments,
            long lines,
            long cases,
            long consents,
            long interactions) {
        static final Result NONE = new Result(0, 0, 0, 0, 0, 0, 0, 0, 0);

        static Result ofOrders(long sales, long refunds, long adjustments, long lines) {
            return new Result(0, 0, sales, refunds, adjustments, lines, 0, 0, 0);
        }

        static Result ofCases(long cases) {
            return new Result(0, 0, 0, 0, 0, 0, cases, 0, 0);
        }

        static Result ofConsents(long consents) {
            return new Result(0, 0, 0, 0, 0, 0, 0, consents, 0);
        }

        static Result ofInteractions(long interactions) {
            return new Result(0, 0, 0, 0, 0, 0, 0, 0, interactions);
        }

        /** The same with other counts of customers and products. */
        Result of(long newCustomers, long newProducts) {
            return new Result(
                    newCustomers, newProducts, sales, refunds, adjustments, lines, cases, consents, interactions);
        }
    }

    /**
     * What became of its records when it was taken back.
     *
     * @param kept had changed since, or are used by others
     */
    record Reverted(long records, long kept) {
        static final Reverted NONE = new Reverted(0, 0);
    }

    /** A file that nothing was read of yet. */
    static Import waiting(
            ImportId id, String fileName, ColumnMapping mapping, boolean dryRun, long totalBytes, Instant now) {
        return new Import(
                id,
                fileName,
                ImportState.WAITING,
                mapping,
                dryRun,
                totalBytes,
                new Progress(0, 0, 0, 0),
                Result.NONE,
                Reverted.NONE,
                now,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                false);
    }

    ImportEntity entity() {
        return ImportEntity.of(mapping.shape());
    }
}
