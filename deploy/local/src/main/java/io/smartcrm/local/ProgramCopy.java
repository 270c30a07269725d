package io.smartcrm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A program that the build made, copied before it runs: a build under a running program makes it fail.
 *
 * @param packaged the folder to copy
 * @param landmark a file without which the folder is not a program
 */
record ProgramCopy(String part, Path packaged, String landmark) {
    /** The copy below the folder, made anew when the program was built anew. */
    Path below(Path folder) {
        if (!Files.exists(packaged.resolve(landmark))) {
            throw new PartFailure(
                    part, "there is no " + packaged.resolve(landmark) + ". Run deploy/up without --no-build.");
        }
        PartFolder copy = new PartFolder(part, folder.resolve(part), state());
        if (!copy.isComplete()) {
            copy.delete();
        }
        copy.prepare(target -> Folders.copy(packaged, target.resolve("app")));
        return copy.path().resolve("app");
    }

    /** Number, size and newest change of the files. */
    private String state() {
        try (Stream<Path> files = Files.walk(packaged).filter(Files::isRegularFile)) {
            long[] state = new long[3];
            for (Path file : files.toList()) {
                state[0]++;
                state[1] += Files.size(file);
                state[2] = Math.max(state[2], Files.getLastModifiedTime(file).toMillis());
            }
            return state[0] + " files, " + state[1] + " bytes, " + state[2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
