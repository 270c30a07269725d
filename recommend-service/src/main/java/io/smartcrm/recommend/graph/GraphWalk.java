package io.smartcrm.recommend.graph;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Contribution;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A personalised random walk from a customer over the chosen items to their entities, now and then on to an entity that goes
 * with one, and to the items of these: RP3beta (Christoffel et al. 2015) where the middle is what things are instead of who
 * bought them. {@code score(i) = sum over h, e of taste(h) p(e | h)^a p(i | e)^a / links(i)^b}; the chance of a step out of an
 * item is as large as customers care for its relation. A customer is the walk's start, so newcomers and new items have their
 * place at once. It says which path was gone. Memory is 16 bytes a link.
 */
public final class GraphWalk implements Recommender {
    private final ItemEntities graph;
    private final RelationWeights weights;
    private final WalkSettings settings;
    /** Row h: the chance of each of its links, in their order. */
    private final float[] out;
    /** Row e: what an item of it gets. */
    private final SparseMatrix toItems;

    private final SparseMatrix companions;

    private GraphWalk(ItemEntities graph, RelationWeights weights, WalkSettings settings) {
        this.graph = graph;
        this.weights = weights;
        this.settings = settings;
        float[] strengths = new float[graph.links()];
        for (int link = 0; link < strengths.length; link++) {
            strengths[link] = (float) (weights.of(graph.relation(link)) * graph.confidence(link));
        }
        SparseMatrix links = new SparseMatrix(graph.entities().size(), graph.starts(), graph.columns(), strengths);
        float[] ofItem = links.rowSums();
        SparseMatrix turned = links.transposed();
        float[] ofEntity = turned.rowSums();
        this.out = new float[strengths.length];
        float[] in = new float[strengths.length];
        for (int item = 0; item < graph.items(); item++) {
            double damped = Math.pow(Math.max(1e-9, ofItem[item]), settings.beta());
            for (int link = graph.start(item); link < graph.end(item); link++) {
                out[link] = (float) Math.pow(strengths[link] / ofItem[item], settings.alpha());
                in[link] =
                        (float) (Math.pow(strengths[link] / ofEntity[graph.entity(link)], settings.alpha()) / damped);
            }
        }
        this.toItems = links.withValues(in).transposed();
        this.companions = companions(graph, settings.companions());
    }

    public static GraphWalk of(ItemEntities graph, RelationWeights weights, WalkSettings settings) {
        requireNonNull(graph, "graph is null");
        requireNonNull(weights, "weights is null");
        requireNonNull(settings, "settings is null");
        return new GraphWalk(graph, weights, settings);
    }

    /** Row e: the chances to go on to the entities that go with e, stronger ones likelier. */
    private static SparseMatrix companions(ItemEntities graph, double share) {
        int size = graph.entities().size();
        List<Companion> sorted = new ArrayList<>(graph.companions());
        sorted.sort(Comparator.comparingInt(Companion::entity).thenComparingInt(Companion::other));
        int[] starts = new int[size + 1];
        int[] other = new int[sorted.size()];
        float[] chance = new float[other.length];
        float[] sums = new float[size];
        sorted.forEach(companion -> sums[companion.entity()] += (float) Math.log(companion.lift()));
        for (int at = 0; at < other.length; at++) {
            Companion companion = sorted.get(at);
            starts[companion.entity() + 1]++;
            other[at] = companion.other();
            chance[at] = (float) (share * Math.log(companion.lift()) / sums[companion.entity()]);
        }
        for (int entity = 0; entity < size; entity++) {
            starts[entity + 1] += starts[entity];
        }
        return new SparseMatrix(size, starts, other, chance);
    }

    public ItemEntities graph() {
        return graph;
    }

    public RelationWeights weights() {
        return weights;
    }

    @Override
    public int items() {
        return graph.items();
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return 13L * graph.links()
                + 4L * graph.items()
                + toItems.bytes()
                + companions.bytes()
                + 100L * graph.entities().size();
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        Arrays.fill(scores, 0);
        float[] reached = onward(reached(history));
        for (int entity = 0; entity < reached.length; entity++) {
            for (int entry = toItems.start(entity); reached[entity] > 0 && entry < toItems.end(entity); entry++) {
                scores[toItems.column(entry)] += reached[entity] * toItems.value(entry);
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
    }

    private float[] reached(History history) {
        float[] reached = new float[graph.entities().size()];
        float[] tastes = settings.emphasis().tastes(history);
        for (int at = 0; at < tastes.length; at++) {
            for (int link = graph.start(history.item(at)); link < graph.end(history.item(at)); link++) {
                reached[graph.entity(link)] += tastes[at] * out[link];
            }
        }
        return reached;
    }

    private float[] onward(float[] reached) {
        float[] all = reached.clone();
        for (int entity = 0; entity < reached.length; entity++) {
            for (int entry = companions.start(entity); reached[entity] > 0 && entry < companions.end(entity); entry++) {
                all[companions.column(entry)] += reached[entity] * companions.value(entry);
            }
        }
        return all;
    }

    /** The ways from the choices of a history to an item, most trodden first; the item itself is no reason for it. */
    public List<Path> paths(History history, int item, int limit) {
        Map<Integer, Float> ends = new HashMap<>();
        for (int link = graph.start(item); link < graph.end(item); link++) {
            ends.merge(graph.entity(link), toItems.at(graph.entity(link), item), Math::max);
        }
        float[] tastes = settings.emphasis().tastes(history);
        List<Path> paths = new ArrayList<>();
        List<Contribution> amounts = new ArrayList<>();
        for (int at = 0; at < tastes.length; at++) {
            if (history.item(at) != item) {
                Path path = path(history.item(at), tastes[at], ends);
                if (path.amount() > 0) {
                    amounts.add(new Contribution(paths.size(), path.amount()));
                    paths.add(path);
                }
            }
        }
        return Contribution.largest(amounts, limit).stream()
                .map(amount -> paths.get(amount.item()))
                .toList();
    }

    private Path path(int from, float taste, Map<Integer, Float> ends) {
        List<Path.Step> steps = new ArrayList<>();
        float amount = 0;
        for (int link = graph.start(from); link < graph.end(from); link++) {
            int entity = graph.entity(link);
            addStep(steps, link, Optional.empty(), taste * out[link] * ends.getOrDefault(entity, 0f));
            for (int entry = companions.start(entity); entry < companions.end(entity); entry++) {
                int other = companions.column(entry);
                float chance = out[link] * companions.value(entry);
                addStep(steps, link, Optional.of(other), taste * chance * ends.getOrDefault(other, 0f));
            }
        }
        for (Path.Step step : steps) {
            amount += step.amount();
        }
        steps.sort(Comparator.comparingDouble(Path.Step::amount).reversed());
        return new Path(from, steps, amount);
    }

    private void addStep(List<Path.Step> steps, int link, Optional<Integer> companion, float amount) {
        if (amount > 0) {
            steps.add(new Path.Step(
                    graph.relation(link),
                    graph.entities().get(graph.entity(link)),
                    companion.map(graph.entities()::get),
                    amount));
        }
    }
}
