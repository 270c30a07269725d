package io.smartcrm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics of {@code deploy/base/topics.yaml}, a file of Strimzi KafkaTopic documents that Kubernetes applies too. */
public final class TopicFile {
    private static final String RESOURCE = "topics.yaml";

    private TopicFile() {}

    /** The suite's topics, from the copy of the file in this jar. */
    public static List<Topic> topics() {
        try (InputStream file = TopicFile.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Topic> parse(InputStream file) throws IOException {
        List<Topic> topics = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(file)) {
            while (documents.hasNextValue()) {
                topics.add(topic(documents.nextValue()));
            }
        }
        return topics;
    }

    private static Topic topic(JsonNode document) {
        String kind = document.path("kind").asText();
        if (!kind.equals("KafkaTopic")) {
            throw new IllegalArgumentException("expected a document of kind KafkaTopic, found '" + kind + "'");
        }
        JsonNode spec = document.path("spec");
        return new Topic(
                document.required("metadata").required("name").asText(),
                spec.required("partitions").asInt(),
                spec.required("replicas").asInt(),
                config(spec.path("config")));
    }

    private static Map<String, String> config(JsonNode settings) {
        Map<String, String> config = new HashMap<>();
        settings.properties()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asText()));
        return config;
    }
}
