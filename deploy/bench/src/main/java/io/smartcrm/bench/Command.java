package io.smartcrm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/** One benchmark: arguments in, figures out. {@link #execute} is the whole of its {@code main}. */
@FunctionalInterface
public interface Command {
    Figures run(Arguments arguments) throws IOException;

    /**
     * Runs the command and ends the process: figures as the last line on standard output and exit 0, or one line on
     * standard error and exit 2 when the use or the data is wrong. Any other exception is a defect and keeps its trace.
     */
    static void execute(String name, Syntax syntax, String[] args, Command command) {
        try {
            System.out.println(command.run(syntax.parse(args)).line());
            System.out.flush();
        } catch (UsageException e) {
            refuse(name, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            refuse(name, "cannot read " + e.getFile() + ": no such file");
        } catch (IOException | UncheckedIOException e) {
            refuse(name, "cannot read or write: " + e.getMessage());
        }
    }

    private static void refuse(String name, String reason) {
        System.err.println(name + ": " + reason.replace('\n', ' '));
        System.exit(2);
    }
}
