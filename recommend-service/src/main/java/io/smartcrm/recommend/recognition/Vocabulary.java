package io.smartcrm.recommend.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words everybody uses, English and Chinese, and the names under which records hold entities. */
public final class Vocabulary {
    private static final String FILE = "vocabulary.txt";
    private static final String ATTRIBUTE = "ATTRIBUTE";
    /** Common words mean something else now and then. */
    private static final double RELIABILITY = .85;

    private final List<Alias> aliases = new ArrayList<>();
    private final Map<String, EntityType> attributes = new HashMap<>();

    private Vocabulary() {}

    /** What comes with the service. */
    public static Vocabulary usual() {
        try (InputStream file = Vocabulary.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the word list " + FILE + " is missing from the jar");
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + FILE + " cannot be read", e);
        }
    }

    static Vocabulary of(String lines) {
        Vocabulary vocabulary = new Vocabulary();
        lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(vocabulary::add);
        return vocabulary;
    }

    private void add(String line) {
        String[] cells = line.split(";", -1);
        List<String> others = List.of(cells[2].split(","));
        if (cells[0].equals(ATTRIBUTE)) {
            others.forEach(name -> attributes.put(Tokens.normal(name), EntityType.valueOf(cells[1])));
            return;
        }
        Entity entity = new Entity(EntityType.valueOf(cells[0]), cells[1]);
        aliases.add(new Alias(entity, cells[1], Alias.Origin.VOCABULARY, RELIABILITY));
        others.stream()
                .filter(words -> !words.isBlank())
                .forEach(words -> aliases.add(new Alias(entity, words, Alias.Origin.VOCABULARY, RELIABILITY)));
    }

    List<Alias> aliases() {
        return aliases;
    }

    /** The type of entity that an attribute of this name holds. */
    public Optional<EntityType> attribute(String name) {
        return Optional.ofNullable(attributes.get(Tokens.normal(name)));
    }
}
