package io.smartcrm.bench.recommend;

import io.smartcrm.bench.UsageException;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.Rp3Beta;
import io.smartcrm.recommend.collaborative.Rp3BetaSettings;
import io.smartcrm.recommend.graph.GraphWalk;
import io.smartcrm.recommend.graph.ItemEntities;
import io.smartcrm.recommend.graph.Link;
import io.smartcrm.recommend.graph.RelationWeights;
import io.smartcrm.recommend.graph.WalkSettings;
import io.smartcrm.recommend.hybrid.Hybrid;
import io.smartcrm.recommend.hybrid.Part;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Fact;
import io.smartcrm.recommend.recognition.Facts;
import io.smartcrm.recommend.recognition.Lexicon;
import io.smartcrm.recommend.recognition.ProductText;
import io.smartcrm.recommend.recognition.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks over customers, items and entities: {@code entities=.5} is the share of the walks that go over what things are and
 * not over who bought them; with 1 the entities alone.
 */
final class KnowledgeModel {
    private static final Pattern FEATURE = Pattern.compile("(?:^| )([\\p{L}_-]+)=(\\S+)");
    private static final long SEED = 1;

    private KnowledgeModel() {}

    static Model of(Parameters parameters) {
        double share = parameters.notNegative("entities").orElse(.3);
        if (share > 1) {
            throw new UsageException("parameter entities must be 0 to 1, not " + share);
        }
        WalkSettings usual = WalkSettings.USUAL;
        WalkSettings settings = new WalkSettings(
                parameters.notNegative("alpha").orElse(usual.alpha()),
                parameters.notNegative("beta").orElse(usual.beta()),
                usual.companions(),
                Fading.emphasis(parameters, Emphasis.RECENT));
        return training -> {
            if (training.texts().isEmpty()) {
                throw new UsageException("the model knowledge-graph needs --items, a file with descriptions");
            }
            GraphWalk walk = walk(training, settings);
            System.err.println("customers care for: " + walk.weights().of());
            Recommender customers = Rp3Beta.fit(training.interactions(), training.asOf(), Rp3BetaSettings.RECENT);
            return Hybrid.of(
                    List.of(new Part(Signal.TASTE, customers, 1 - share), new Part(Signal.KNOWLEDGE, walk, share)));
        };
    }

    static GraphWalk walk(Training training, WalkSettings settings) {
        ItemEntities graph = graph(training.texts());
        return GraphWalk.of(graph, RelationWeights.learn(training.interactions(), graph, SEED), settings);
    }

    private static ItemEntities graph(List<String> texts) {
        Vocabulary vocabulary = Vocabulary.usual();
        List<ProductText> products =
                texts.stream().map(text -> product(text, vocabulary)).toList();
        Facts facts = new Facts(Lexicon.learn(products, vocabulary, SEED));
        Map<String, Integer> places = new HashMap<>();
        List<Entity> entities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int item = 0; item < products.size(); item++) {
            for (Fact fact : facts.of(products.get(item))) {
                int place = places.computeIfAbsent(fact.entity().id(), any -> {
                    entities.add(fact.entity());
                    return entities.size() - 1;
                });
                links.add(new Link(item, place, fact.relation(), (float) fact.confidence()));
            }
        }
        return ItemEntities.of(texts.size(), entities, links, List.of());
    }

    /** Features of the item file are attributes; the rest is text. */
    private static ProductText product(String text, Vocabulary vocabulary) {
        Map<EntityType, List<String>> values = new EnumMap<>(EntityType.class);
        Matcher features = FEATURE.matcher(text);
        while (features.find()) {
            String value = features.group(2).replace('_', ' ');
            vocabulary
                    .attribute(features.group(1))
                    .ifPresent(type -> values.computeIfAbsent(type, any -> new ArrayList<>())
                            .add(value));
        }
        String words = features.replaceAll("").strip();
        return new ProductText(words.isEmpty() ? List.of() : List.of(words), values, List.of());
    }
}
