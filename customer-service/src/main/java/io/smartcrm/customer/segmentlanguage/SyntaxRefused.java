package io.smartcrm.customer.segmentlanguage;

/** Ends the reading of a text at its first problem; never leaves this package. */
final class SyntaxRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SyntaxRefused(Position position, String message) {
        this(Problem.at(position, message));
    }

    SyntaxRefused(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
