package io.smartcrm.local.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The shop's words: small tables beside this class, one row a line, cells parted by semicolons, # for comments. */
final class Vocabulary {
    private Vocabulary() {}

    static List<List<String>> table(String name) {
        try (InputStream file = Vocabulary.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The shop's word list " + name + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The shop's word list " + name + " cannot be read", e);
        }
    }

    static List<String> words(String cell) {
        return List.of(cell.split(",", -1));
    }
}
