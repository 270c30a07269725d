package io.smartcrm.local.suite;

import java.util.Arrays;
import java.util.Optional;

/** What a user can ask of the suite by one word on the command line. */
public enum Wish {
    /** Forget what the data folder holds. */
    FRESH("--fresh"),
    /** Do not load the demo shop. */
    WITHOUT_DEMO("--without-demo"),
    /** PostgreSQL, Kafka and Keycloak without our own services. */
    SERVERS_ONLY("--servers-only"),
    /** Run the executables of the services that have one. */
    NATIVE("--native"),
    /** Print ready times and memory. */
    FIGURES("--figures"),
    /** Redraw lines in place, as a terminal can. */
    LIVE("--live"),
    /** Stop the suite that runs on the folder, and do nothing else. */
    STOP("--stop");

    private final String argument;

    Wish(String argument) {
        this.argument = argument;
    }

    static Optional<Wish> of(String argument) {
        return Arrays.stream(values())
                .filter(wish -> wish.argument.equals(argument))
                .findFirst();
    }
}
