package io.smartcrm.customer.sentiment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tribuo.Feature;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Learns tones from phrases, by logistic regression. The same phrases make the same model. */
@RegisterForReflection(
        targets = {LinearSGDTrainer.class, AdaGrad.class, LogMulticlass.class, LabelFactory.class},
        registerFullHierarchy = true)
final class SentimentTraining {
    private static final List<String> FILES = List.of("/sentiment/en.txt", "/sentiment/zh.txt");
    private static final double LEARNING_RATE = 0.5;
    private static final int ROUNDS = 30;
    private static final int QUIET = -1;
    private static final long SEED = 20_260_101;

    private SentimentTraining() {}

    /** From the phrases that come with the service: about a fifth of a second. */
    static SentimentModel train() {
        List<Phrase> phrases = new ArrayList<>();
        FILES.forEach(file -> phrases.addAll(read(file)));
        return train(phrases);
    }

    static List<Phrase> read(String resource) {
        InputStream file = SentimentTraining.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException(resource + " is not among the resources");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(Phrase::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " cannot be read", unreadable);
        }
    }

    private static SentimentModel train(List<Phrase> phrases) {
        var labels = new LabelFactory();
        var dataset = new MutableDataset<>(new SimpleDataSourceProvenance("service phrases", labels), labels);
        for (Phrase phrase : phrases) {
            Set<String> grams = Grams.of(phrase.text());
            double value = SentimentModel.share(grams.size());
            dataset.add(new ArrayExample<>(
                    new Label(phrase.tone().name()),
                    grams.stream().map(gram -> new Feature(gram, value)).toList()));
        }
        var trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE), ROUNDS, QUIET, 1, SEED);
        return model(trainer.train(dataset));
    }

    private static SentimentModel model(LinearSGDModel learned) {
        DenseMatrix matrix = learned.getWeightsCopy();
        Map<String, Weight> weights = new HashMap<>();
        learned.getFeatureIDMap().forEach(feature -> {
            int column = learned.getFeatureIDMap().getID(feature.getName());
            weights.put(feature.getName(), weight(learned, matrix, column));
        });
        return new SentimentModel(weights, weight(learned, matrix, matrix.getDimension2Size() - 1));
    }

    private static Weight weight(LinearSGDModel learned, DenseMatrix matrix, int column) {
        return new Weight(
                matrix.get(row(learned, Tone.NEGATIVE), column),
                matrix.get(row(learned, Tone.NEUTRAL), column),
                matrix.get(row(learned, Tone.POSITIVE), column));
    }

    private static int row(LinearSGDModel learned, Tone tone) {
        return learned.getOutputIDInfo().getID(new Label(tone.name()));
    }
}
