package io.smartcrm.local.suite;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.PartFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What {@code deploy/backup} and {@code deploy/restore} run. */
public final class BackupCommand {
    private static final String USAGE = """
        Usage: deploy/backup FOLDER [--data DIR]
               deploy/restore FOLDER [--data DIR]
          FOLDER      the backup; its keys lie in FOLDER.keys, to be kept apart
          --data DIR  the suite's data, which must not run (default: $SMARTCRM_HOME or ~/.smartcrm)\
        """;

    private BackupCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** The exit code: 0 done, 1 not possible, 2 wrong arguments. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream errors) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String home = environment.getOrDefault("SMARTCRM_HOME", "");
        Path data = home.isBlank() ? Path.of(System.getProperty("user.home"), ".smartcrm") : Path.of(home);
        String command = rest.isEmpty() ? "" : rest.pop();
        String folder = rest.isEmpty() ? "" : rest.pop();
        if (rest.size() == 2 && rest.pop().equals("--data")) {
            data = Path.of(rest.pop());
        }
        if (folder.isEmpty() || folder.startsWith("--") || !rest.isEmpty()) {
            errors.println(USAGE);
            return 2;
        }
        try {
            var backup = new Backup(Path.of(folder));
            var suite = DataFolder.kept(data);
            switch (command) {
                case "backup" ->
                    out.println("Kept " + backup.make(suite) + " files in " + backup.folder() + "; their keys are in "
                            + backup.keys() + ": keep them apart.");
                case "restore" ->
                    out.println("Brought " + backup.restore(suite) + " files back to " + suite.root()
                            + ". Who was erased since is erased again when the suite starts.");
                default -> {
                    errors.println(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (PartFailure failure) {
            errors.println(failure.getMessage());
            return 1;
        }
    }
}
