package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.collaborative.Contribution;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.graph.Path;
import io.smartcrm.recommend.habit.BuyAgain;
import io.smartcrm.recommend.hybrid.Hybrid;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.latent.AlsReasons;
import io.smartcrm.recommend.training.TrainedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says of items scored for one history which signals speak for them, and what is behind each signal. */
final class Explanations {
    static final int MOST = 3;
    /** A signal with less of the score is no reason. */
    private static final double LEAST_SHARE = .05;

    private static final Comparator<Why> BY_SHARE =
            Comparator.comparingDouble(Why::share).reversed();

    private final TrainedModel model;
    private final Hybrid hybrid;
    private final float[][] shares;
    private final History history;
    private final long now;
    private final AlsReasons taste;

    Explanations(TrainedModel model, Hybrid hybrid, float[][] shares, History history, long now) {
        this.model = model;
        this.hybrid = hybrid;
        this.shares = shares;
        this.history = history;
        this.now = now;
        this.taste = model.taste().reasons(history);
    }

    Candidate candidate(int item, double score) {
        double positive = 0;
        int strongest = 0;
        for (int part = 0; part < shares.length; part++) {
            positive += Math.max(0, shares[part][item]);
            strongest = shares[part][item] > shares[strongest][item] ? part : strongest;
        }
        List<Why> because = new ArrayList<>(because(signal(strongest), item, shares[strongest][item] / positive));
        List<Why> others = new ArrayList<>();
        for (int part = 0; part < shares.length; part++) {
            double share = shares[part][item] / positive;
            if (part != strongest && share >= LEAST_SHARE) {
                because(signal(part), item, share).stream().limit(1).forEach(others::add);
            }
        }
        others.sort(BY_SHARE);
        // Room for one other signal at least: two products of the same taste say less than that and a trend.
        others.addAll(0, because.subList(0, Math.min(because.size(), others.isEmpty() ? MOST : MOST - 1)));
        List<Why> most = new ArrayList<>(others.subList(0, Math.min(MOST, others.size())));
        if (most.isEmpty()) {
            most.add(buyers(item, 1));
        }
        most.sort(BY_SHARE);
        return new Candidate(model.product(item), score, source(signal(strongest)), most);
    }

    private Signal signal(int part) {
        return hybrid.parts().get(part).signal();
    }

    private static Source source(Signal signal) {
        return switch (signal) {
            case TASTE -> Source.ITEM_BASED;
            case POPULAR -> Source.POPULAR;
            case CONTENT -> Source.CONTENT;
            case TRENDING -> Source.TRENDING;
            case NEW -> Source.NEW_ARRIVAL;
            case HABIT -> Source.BUY_AGAIN;
            case SESSION -> Source.SESSION;
            case KNOWLEDGE -> Source.KNOWLEDGE_GRAPH;
            case ATTRIBUTES -> Source.ATTRIBUTES;
        };
    }

    private List<Why> because(Signal signal, int item, double share) {
        return switch (signal) {
            case TASTE ->
                divided(taste.of(item), item, share)
                        .map(part -> (Why) new Why.BoughtWith(model.product(part.item()), part.amount()))
                        .toList();
            case CONTENT ->
                divided(model.content().explain(history, item, history.size()), item, share)
                        .map(part -> (Why) new Why.Like(model.product(part.item()), part.amount()))
                        .toList();
            case POPULAR -> List.of(buyers(item, share));
            case TRENDING ->
                List.of(new Why.Rising(
                        model.trends().recent(item), model.trends().expected(item), model.trendWindow(), share));
            case NEW -> List.of(new Why.New(model.trends().age(item), share));
            case HABIT -> List.of(again(item, share));
            case SESSION -> List.of(new Why.After(model.product(last()), share));
            case KNOWLEDGE -> shared(item, share);
            case ATTRIBUTES ->
                divided(model.attributes().explain(history, item, history.size()), item, share)
                        .map(part -> (Why) new Why.Alike(
                                model.product(part.item()),
                                model.attributes().shared(part.item(), item),
                                part.amount()))
                        .toList();
        };
    }

    private List<Why> shared(int item, double share) {
        List<Path> paths = model.knowledge().paths(history, item, MOST);
        double sum = paths.stream().mapToDouble(Path::amount).sum();
        return paths.stream()
                .map(path -> (Why) new Why.Shared(
                        model.product(path.from()), path.steps(), times(path.from()), share * path.amount() / sum))
                .toList();
    }

    private int times(int item) {
        for (int at = 0; at < history.size(); at++) {
            if (history.item(at) == item) {
                return history.count(at);
            }
        }
        return 0;
    }

    /** The share of a signal over the choices behind it; the item itself is no reason for it. */
    private static Stream<Contribution> divided(List<Contribution> parts, int item, double share) {
        List<Contribution> others =
                parts.stream().filter(part -> part.item() != item).toList();
        double sum = Contribution.sum(others);
        return Contribution.largest(others, MOST).stream()
                .map(part -> new Contribution(part.item(), (float) (share * part.amount() / sum)));
    }

    private Why buyers(int item, double share) {
        boolean lately = model.recentBuyers(item) > 0;
        return new Why.Buyers(
                lately ? model.recentBuyers(item) : model.buyers(item), lately ? model.window() : Duration.ZERO, share);
    }

    private Why again(int item, double share) {
        for (int at = 0; at < history.size(); at++) {
            if (history.item(at) == item) {
                Duration since = Duration.ofSeconds(Math.max(0, now - history.time(at)));
                return new Why.Again(history.count(at), since, BuyAgain.cadence(history, at), share);
            }
        }
        throw new IllegalStateException("item " + item + " is habitual but not of the history");
    }

    /** The item chosen last. */
    private int last() {
        int last = 0;
        for (int at = 1; at < history.size(); at++) {
            last = history.time(at) > history.time(last) ? at : last;
        }
        return history.item(last);
    }
}
