package io.smartcrm.customer.recordfile;

/**
 * What a file may cost us.
 *
 * @param unpackedBytes of a packed file, at most
 * @param packingRatio unpacked to packed bytes, at most, once 16 MiB are unpacked; text of records packs 5 to 30 fold
 * @param lineCharacters of one line or cell, at most
 * @param batchRows rows of one batch; a batch ends with an order, or at twice as many
 */
public record FileLimits(long unpackedBytes, int packingRatio, int lineCharacters, int batchRows) {
    public FileLimits {
        requirePositive("unpackedBytes", unpackedBytes);
        requirePositive("packingRatio", packingRatio);
        requirePositive("lineCharacters", lineCharacters);
        requirePositive("batchRows", batchRows);
    }

    /** The same with batches of so many rows at most. */
    public FileLimits withBatchesOf(int rows) {
        return new FileLimits(unpackedBytes, packingRatio, lineCharacters, Math.min(batchRows, rows));
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
        }
    }
}
