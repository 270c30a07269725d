package io.smartcrm.local.suite;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Leftovers;
import io.smartcrm.local.PartFailure;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What {@code deploy/up} runs: starts the suite, keeps it until a signal comes, and stops it. */
public final class SuiteCommand {
    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final int STOP_SECONDS = 90;

    private final SuiteOptions options;
    private final PrintStream out;
    private final Progress progress;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private SuiteCommand(SuiteOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.progress = new Progress(out, options.has(Wish.LIVE));
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** The exit code: 0 stopped as asked, 1 a part failed, 2 wrong arguments. */
    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        try {
            SuiteOptions options = SuiteOptions.parse(arguments, System.getenv());
            SuiteCommand command = new SuiteCommand(options, out);
            return options.has(Wish.STOP) ? command.stopOther() : command.runUntilSignal();
        } catch (IllegalArgumentException wrongArguments) {
            errors.println(wrongArguments.getMessage());
            return 2;
        } catch (PartFailure failure) {
            errors.println();
            errors.println(failure.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int runUntilSignal() throws InterruptedException {
        try (LocalSuite suite = LocalSuite.prepare(options, progress)) {
            Thread hook = new Thread(() -> stop(suite), "stop-suite");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                start(suite);
                watch(suite);
            } catch (RuntimeException failure) {
                if (stopping.get()) {
                    hook.join();
                    return 0;
                }
                Runtime.getRuntime().removeShutdownHook(hook);
                throw failure;
            }
            return 0;
        }
    }

    private void start(LocalSuite suite) throws InterruptedException {
        suite.startParts();
        Duration ready = progress.sinceBegin();
        DemoLoad demo = new DemoLoad(suite, options.data(), progress);
        if (options.demo() && !demo.isDone()) {
            demo.run();
        }
        progress.say("%nReady after %.1f s.".formatted(ready.toMillis() / 1000.0));
        out.println(new Summary(suite, options).text());
        if (options.has(Wish.FIGURES)) {
            new Figures(suite, ready).print(out);
        }
    }

    /** Says so once when a part ends by itself; the others go on. */
    private void watch(LocalSuite suite) throws InterruptedException {
        Set<String> known = new HashSet<>();
        while (!stopping.get()) {
            suite.parts().ended().forEach((part, exitCode) -> {
                if (known.add(part)) {
                    out.println(part + " ended with " + exitCode + "; its log is in "
                            + options.data().resolve("logs") + ". The other parts go on.");
                }
            });
            Thread.sleep(WATCH.toMillis());
        }
    }

    private void stop(LocalSuite suite) {
        stopping.set(true);
        progress.say("");
        suite.close();
    }

    private int stopOther() throws InterruptedException {
        DataFolder folder = options.folder();
        ProcessHandle holder = FolderLock.holder(folder).orElse(null);
        if (holder == null) {
            int left = Leftovers.stop(folder);
            out.println(left == 0 ? "Nothing runs on " + folder.root() + "." : "Stopped " + left + " leftovers.");
            return 0;
        }
        holder.destroy();
        try {
            holder.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new PartFailure(
                    "Suite", "process " + holder.pid() + " does not stop within " + STOP_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        out.println("Stopped the suite on " + folder.root() + ".");
        return 0;
    }
}
