package io.smartcrm.recommend.recommendation;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.feedback.Bought;
import io.smartcrm.recommend.training.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of who asks.
 *
 * @param bought what the customer has
 * @param seen product numbers looked at or put in the basket now, the last one last
 * @param now seconds since 1970
 */
record Known(List<Bought> bought, List<Integer> seen, long now) {
    Known {
        bought = List.copyOf(bought);
        seen = List.copyOf(seen);
    }

    /** Purchases and, later than these, what is seen now; products the model does not know are passed over. */
    History history(TrainedModel model) {
        Map<Integer, Choice> choices = new TreeMap<>();
        for (Bought product : bought) {
            model.item(product.product())
                    .ifPresent(item -> choices.put(
                            item,
                            new Choice(
                                    (float) Math.min(product.quantity(), Float.MAX_VALUE),
                                    product.lastTime().getEpochSecond(),
                                    product.times(),
                                    product.firstTime().getEpochSecond())));
        }
        addSeen(model, choices);
        return history(choices);
    }

    /** What is seen now alone. */
    History session(TrainedModel model) {
        Map<Integer, Choice> choices = new TreeMap<>();
        addSeen(model, choices);
        return history(choices);
    }

    private void addSeen(TrainedModel model, Map<Integer, Choice> choices) {
        for (int place = 0; place < seen.size(); place++) {
            long time = now + place;
            model.item(seen.get(place))
                    .ifPresent(item -> choices.merge(item, new Choice(1, time, 1, time), Choice::and));
        }
    }

    private static History history(Map<Integer, Choice> choices) {
        List<Integer> items = new ArrayList<>(choices.keySet());
        int[] item = new int[items.size()];
        float[] weight = new float[item.length];
        long[] time = new long[item.length];
        int[] count = new int[item.length];
        long[] first = new long[item.length];
        for (int at = 0; at < item.length; at++) {
            item[at] = items.get(at);
            Choice choice = choices.getOrDefault(item[at], Choice.NONE);
            weight[at] = choice.weight();
            time[at] = choice.time();
            count[at] = choice.count();
            first[at] = choice.first();
        }
        return History.of(item, weight, time, count, first);
    }

    private record Choice(float weight, long time, int count, long first) {
        static final Choice NONE = new Choice(1, 0, 1, 0);

        /** Seen after it was bought: the habit is that of the purchases, the time that of now. */
        Choice and(Choice later) {
            return new Choice(weight, later.time, count, first);
        }
    }
}
