package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data of one part, with a mark that says which format it is in. The mark is written last, so a folder without it was
 * left half-finished or is not ours.
 *
 * @param format name and major version of what writes the data, such as {@code postgresql-18}
 */
record PartFolder(String part, Path path, String format) {
    private static final String MARK = "smartcrm-format";

    /** Writes the first content of the folder. */
    interface FirstContent {
        void writeTo(Path folder) throws IOException;
    }

    PartFolder {
        requireNonNull(part, "part is null");
        requireNonNull(path, "path is null");
        requireNonNull(format, "format is null");
    }

    /**
     * Fills the folder if it is new, leaves it alone if its data is of our format.
     *
     * @throws PartFailure if the folder is half-finished, foreign or of another version
     */
    void prepare(FirstContent content) {
        requireUsable();
        if (Files.exists(mark())) {
            return;
        }
        try {
            Files.createDirectories(path);
            fill(content);
        } catch (IOException e) {
            throw new PartFailure(part, "cannot prepare the data folder " + path + " (" + e.getMessage() + ")", e);
        }
    }

    /** @throws PartFailure if the folder is half-finished, foreign or of another version */
    void requireUsable() {
        if (!Files.exists(mark())) {
            requireNothingThere();
            return;
        }
        try {
            requireOurFormat(Files.readString(mark()).trim());
        } catch (IOException e) {
            throw new PartFailure(part, "cannot read the data folder " + path + " (" + e.getMessage() + ")", e);
        }
    }

    private void fill(FirstContent content) throws IOException {
        boolean complete = false;
        try {
            content.writeTo(path);
            Files.writeString(mark(), format + "\n");
            complete = true;
        } finally {
            if (!complete) {
                Folders.delete(path);
            }
        }
    }

    private void requireOurFormat(String found) {
        if (!found.equals(format)) {
            throw new PartFailure(
                    part,
                    "the data folder " + path + " holds data of " + found + ", but this suite runs " + format
                            + ". Use another folder with --data DIR, or forget the data with --fresh.");
        }
    }

    private void requireNothingThere() {
        if (!Folders.isEmpty(path)) {
            throw new PartFailure(
                    part,
                    "the data folder " + path + " was left half-finished by a start that was cut off, or holds the data"
                            + " of something else. Forget it with --fresh, or use another folder with --data DIR.");
        }
    }

    boolean isComplete() {
        try {
            return Files.exists(mark()) && Files.readString(mark()).trim().equals(format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return path.resolve(MARK);
    }
}
