package io.smartcrm.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says how far each part is: on a terminal in lines that are redrawn, else in one line for each step. */
final class Progress {
    private static final String LINE_UP = "\u001b[1A";
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean live;
    private final long begin = System.nanoTime();
    private final Map<String, String> steps = new LinkedHashMap<>();
    private int drawn;

    Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    synchronized void step(String part, String step) {
        if (step.equals(steps.put(part, step))) {
            return;
        }
        if (live) {
            redraw();
        } else {
            out.printf("%6.1f s  %-18s %s%n", sinceBegin().toMillis() / 1000.0, part, step);
        }
    }

    /** Text between the steps; what is drawn so far stays above it. */
    synchronized void say(String text) {
        drawn = 0;
        steps.clear();
        out.println(text);
    }

    private void redraw() {
        out.print(LINE_UP.repeat(drawn));
        steps.forEach((part, step) -> out.printf("%s  %-18s %s%n", CLEAR_LINE, part, step));
        out.flush();
        drawn = steps.size();
    }

    Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
