package io.smartcrm.recommend.basket;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What comes next in a session, from the sessions most like it: VMIS-kNN (Ludewig and Jannach 2018; Kersbergen, Sprangers
 * and Schelter 2022). Of the latest sessions that share an item those are asked whose common items are the latest of the
 * current one; their items count by how late the common item is and by how rare they are. Asking takes time bounded by
 * the settings, whatever the number of sessions.
 */
public final class SessionKnn implements Recommender {
    private final SessionKnnSettings settings;
    private final Baskets sessions;
    /** Sessions by item, latest first, no more than the sample. */
    private final int[] starts;

    private final int[] session;
    private final float[] rarity;

    private SessionKnn(SessionKnnSettings settings, Baskets sessions, int[] starts, int[] session, float[] rarity) {
        this.settings = settings;
        this.sessions = sessions;
        this.starts = starts;
        this.session = session;
        this.rarity = rarity;
    }

    public static SessionKnn fit(Baskets sessions, SessionKnnSettings settings) {
        requireNonNull(sessions, "sessions is null");
        requireNonNull(settings, "settings is null");
        int[] counts = new int[sessions.items()];
        for (int number = 0; number < sessions.size(); number++) {
            for (int entry = sessions.start(number); entry < sessions.end(number); entry++) {
                counts[sessions.item(entry)]++;
            }
        }
        float[] rarity = new float[counts.length];
        int[] starts = new int[counts.length + 1];
        for (int item = 0; item < counts.length; item++) {
            rarity[item] = (float) Math.log1p((double) sessions.size() / Math.max(1, counts[item]));
            starts[item + 1] = starts[item] + Math.min(counts[item], settings.sample());
        }
        int[] session = new int[starts[counts.length]];
        int[] slot = Arrays.copyOf(starts, counts.length);
        for (int number = 0; number < sessions.size(); number++) {
            for (int entry = sessions.start(number); entry < sessions.end(number); entry++) {
                int item = sessions.item(entry);
                if (slot[item] < starts[item + 1]) {
                    session[slot[item]++] = number;
                }
            }
        }
        return new SessionKnn(settings, sessions, starts, session, rarity);
    }

    @Override
    public int items() {
        return sessions.items();
    }

    /** Bytes of memory the index holds beside the sessions. */
    public long bytes() {
        return 4L * (starts.length + session.length + rarity.length);
    }

    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        Arrays.fill(scores, 0);
        int[] current = latestFirst(history);
        Neighbours neighbours = neighbours(current);
        for (int rank = 0; rank < neighbours.ranking.size(); rank++) {
            int number = neighbours.ranking.item(rank);
            float weight = neighbours.ranking.score(rank) * recency(neighbours.latestCommon[number], current.length);
            for (int entry = sessions.start(number); entry < sessions.end(number); entry++) {
                int item = sessions.item(entry);
                scores[item] += weight * rarity[item];
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
    }

    /** The items of the current session, the last one first. */
    private int[] latestFirst(History history) {
        return IntStream.range(0, history.size())
                .boxed()
                .sorted((one, other) -> Long.compare(history.time(other), history.time(one)))
                .limit(settings.longest())
                .mapToInt(history::item)
                .toArray();
    }

    /** 1 for the last item down to nearly 0 for the first. */
    private static float recency(int place, int length) {
        return 1 - (float) place / length;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Neighbours(Ranking ranking, int[] latestCommon) {}

    private Neighbours neighbours(int[] current) {
        float[] likeness = new float[sessions.size()];
        int[] latestCommon = new int[sessions.size()];
        for (int place = current.length - 1; place >= 0; place--) {
            for (int at = starts[current[place]]; at < starts[current[place] + 1]; at++) {
                likeness[session[at]] += recency(place, current.length);
                latestCommon[session[at]] = place;
            }
        }
        return new Neighbours(
                Ranking.top(likeness, settings.neighbours(), number -> likeness[number] > 0), latestCommon);
    }
}
