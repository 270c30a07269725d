package io.smartcrm.customer.segmentlanguage;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Writes a segment as everybody would: on one line if it fits, else one part a line. */
final class Printer {
    private static final int WIDTH = 90;

    private Printer() {}

    static String print(Condition<Clause> condition) {
        return print(condition, 0);
    }

    private static String print(Condition<Clause> condition, int indent) {
        String line = line(condition);
        if (line.length() + indent <= WIDTH) {
            return line;
        }
        if (condition instanceof Condition.All<Clause> all) {
            return lines("and", all.parts(), indent);
        }
        if (condition instanceof Condition.Any<Clause> any) {
            return lines("or", any.parts(), indent);
        }
        if (condition instanceof Condition.Not<Clause> not && joins(not.part())) {
            return "not (" + print(not.part(), indent + 2) + ")";
        }
        return line;
    }

    private static String lines(String word, List<Condition<Clause>> parts, int indent) {
        String separator = "\n" + " ".repeat(indent + 2) + word + " ";
        return parts.stream()
                .map(part -> joins(part) ? "(" + print(part, indent + 4) + ")" : print(part, indent + 4))
                .collect(joining(separator));
    }

    private static String line(Condition<Clause> condition) {
        if (condition instanceof Condition.All<Clause> all) {
            return joined(" and ", all.parts());
        }
        if (condition instanceof Condition.Any<Clause> any) {
            return joined(" or ", any.parts());
        }
        if (condition instanceof Condition.Not<Clause> not) {
            return "not " + inParentheses(not.part());
        }
        return ((Condition.One<Clause>) condition).clause().toString();
    }

    private static String joined(String separator, List<Condition<Clause>> parts) {
        return parts.stream().map(Printer::inParentheses).collect(joining(separator));
    }

    private static String inParentheses(Condition<Clause> part) {
        return joins(part) ? "(" + line(part) + ")" : line(part);
    }

    private static boolean joins(Condition<Clause> part) {
        return part instanceof Condition.All || part instanceof Condition.Any;
    }
}
