package io.smartcrm.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program that runs on the same Java as we do. */
final class JavaProgram {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private JavaProgram() {}

    static Path home() {
        return HOME;
    }

    static List<String> mainClass(List<String> flags, Path jars, String mainClass, List<String> arguments) {
        List<String> command = start(flags);
        command.addAll(List.of("-cp", jars.resolve("*").toString(), mainClass));
        command.addAll(arguments);
        return command;
    }

    static List<String> jar(List<String> flags, Path jar) {
        List<String> command = start(flags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> start(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("bin").resolve("java").toString());
        command.addAll(flags);
        return command;
    }
}
